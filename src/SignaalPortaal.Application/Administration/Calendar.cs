using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Administration;

/// <summary>When the organisation is closed and when it reminds people. For the functional administrator.</summary>
public sealed record GetCalendar : IRequest<CalendarView>;

/// <param name="ClosedDays">From today on.</param>
public sealed record CalendarView(IReadOnlyList<ClosedDayView> ClosedDays, SetReminders Reminders, DateOnly Today);

public sealed record ClosedDayView(DateOnly Day, string Name);

/// <summary>
/// Adds a day on which the organisation is closed. Terms that start from now on skip it; days that people were promised already stay as they are.
/// </summary>
public sealed record AddClosedDay : IRequest, IOnce
{
    public DateOnly? Day { get; init; }
    public string DayName { get; init; } = "";

    public Guid FormKey { get; init; }
}

/// <summary>The organisation is open on that day after all.</summary>
public sealed record RemoveClosedDay(DateOnly Day) : IRequest;

/// <summary>When whoever must act is reminded of a last day; for terms that start from now on.</summary>
public sealed record SetReminders : IRequest, IOnce
{
    public bool HalfWay { get; init; }
    public int WorkingDaysBefore { get; init; }

    public Guid FormKey { get; init; }
}

internal sealed class AddClosedDayValidator : AbstractValidator<AddClosedDay>
{
    public AddClosedDayValidator()
    {
        RuleFor(closed => closed.Day).NotEmpty();
        RuleFor(closed => closed.DayName).IsText(ClosedDay.NameMaxLength);
    }
}

internal sealed class SetRemindersValidator : AbstractValidator<SetReminders>
{
    public SetRemindersValidator() => RuleFor(reminders => reminders.WorkingDaysBefore).InclusiveBetween(0, Domain.Deadlines.Reminders.MostWorkingDaysBefore);
}

internal sealed class GetCalendarHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetCalendar, CalendarView>
{
    public async Task<CalendarView> Handle(GetCalendar query, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        return new CalendarView(
            await db.ClosedDays.Where(closed => closed.Day >= now.Today).OrderBy(closed => closed.Day)
                .Select(closed => new ClosedDayView(closed.Day, closed.Name)).ToListAsync(cancellationToken),
            new SetReminders { HalfWay = now.Reminders.HalfWay, WorkingDaysBefore = now.Reminders.WorkingDaysBefore },
            now.Today);
    }
}

internal sealed class AddClosedDayHandler(PortalDb db, Viewer viewer) : AsyncRequestHandler<AddClosedDay>
{
    protected override async Task Handle(AddClosedDay command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into closed_days (organisation_id, day, name) values ({viewer.OrganisationId}, {command.Day!.Value}, {command.DayName})
            on conflict (organisation_id, day) do update set name = excluded.name
            """,
            cancellationToken);
    }
}

internal sealed class RemoveClosedDayHandler(PortalDb db, Viewer viewer) : AsyncRequestHandler<RemoveClosedDay>
{
    protected override async Task Handle(RemoveClosedDay command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        await db.ClosedDays.Where(closed => closed.Day == command.Day).ExecuteDeleteAsync(cancellationToken);
    }
}

internal sealed class SetRemindersHandler(PortalDb db, Viewer viewer) : AsyncRequestHandler<SetReminders>
{
    protected override async Task Handle(SetReminders command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        await db.Set<Organisation>().Where(organisation => organisation.Id == viewer.OrganisationId).ExecuteUpdateAsync(
            organisation => organisation
                .SetProperty(one => one.RemindHalfWay, command.HalfWay)
                .SetProperty(one => one.RemindWorkingDaysBefore, command.WorkingDaysBefore),
            cancellationToken);
    }
}

internal static class Administrators
{
    /// <summary>For anybody else the pages of the administrator do not exist.</summary>
    public static void RequireAdministrator(this Viewer viewer) => viewer.RequireOneOf(Roles.Administrator);
}
