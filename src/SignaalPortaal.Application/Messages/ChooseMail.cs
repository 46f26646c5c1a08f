using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Messages;

/// <summary>How the viewer gets mail now.</summary>
/// <remarks>The address is shown so that a person can see whether it is right; only the file of the organisation changes it.</remarks>
public sealed record GetMailChoices : IRequest<MailChoices>;

/// <param name="Address">Null for who gets no mail.</param>
/// <param name="IsRefused">The mail server does not take mail for this address.</param>
/// <param name="IsOn">Whether the portal sends mail at all.</param>
public sealed record MailChoices(ChooseMail Chosen, string? Address, bool IsRefused, bool IsOn);

/// <summary>
/// How a person wants to hear by mail of kinds of messages, from now on. Each property is named as a <see cref="MessageGroup"/>; what is null stays as
/// it was.
/// </summary>
public sealed record ChooseMail : IRequest, IOnce
{
    public MailChoice? YourTurn { get; init; }
    public MailChoice? YourSignals { get; init; }
    public MailChoice? NewForUs { get; init; }
    public MailChoice? Reactions { get; init; }
    public MailChoice? Reminders { get; init; }
    public MailChoice? TooLate { get; init; }

    public Guid FormKey { get; init; }

    internal static ChooseMail From(IReadOnlyDictionary<MessageGroup, MailChoice> choices) => new()
    {
        YourTurn = choices.GetValueOrDefault(MessageGroup.YourTurn),
        YourSignals = choices.GetValueOrDefault(MessageGroup.YourSignals),
        NewForUs = choices.GetValueOrDefault(MessageGroup.NewForUs),
        Reactions = choices.GetValueOrDefault(MessageGroup.Reactions),
        Reminders = choices.GetValueOrDefault(MessageGroup.Reminders),
        TooLate = choices.GetValueOrDefault(MessageGroup.TooLate),
    };

    internal MailChoice? Of(MessageGroup group) => group switch
    {
        MessageGroup.YourTurn => YourTurn,
        MessageGroup.YourSignals => YourSignals,
        MessageGroup.NewForUs => NewForUs,
        MessageGroup.Reactions => Reactions,
        MessageGroup.Reminders => Reminders,
        _ => TooLate,
    };
}

internal sealed class ChooseMailValidator : AbstractValidator<ChooseMail>
{
    public ChooseMailValidator()
    {
        RuleFor(choose => choose.YourTurn).IsInEnum();
        RuleFor(choose => choose.YourSignals).IsInEnum();
        RuleFor(choose => choose.NewForUs).IsInEnum();
        RuleFor(choose => choose.Reactions).IsInEnum();
        RuleFor(choose => choose.Reminders).IsInEnum();
        RuleFor(choose => choose.TooLate).IsInEnum();
    }
}

internal sealed class GetMailChoicesHandler(PortalDb db, Viewer viewer, MailSettings settings) : IRequestHandler<GetMailChoices, MailChoices>
{
    public async Task<MailChoices> Handle(GetMailChoices query, CancellationToken cancellationToken)
    {
        var chosen = await db.Set<MailPreference>().Where(preference => preference.PersonId == viewer.PersonId)
            .ToDictionaryAsync(preference => preference.MessageGroup, preference => preference.Mail, cancellationToken);
        var address = await db.People.Where(person => person.Id == viewer.PersonId).Select(person => person.Mail).SingleAsync(cancellationToken);
        var isRefused = await db.Set<Mail>().AnyAsync(mail => mail.PersonId == viewer.PersonId && mail.State == MailState.Refused, cancellationToken);
        return new MailChoices(ChooseMail.From(chosen), address, isRefused, settings.IsOn);
    }
}

internal sealed class ChooseMailHandler(PortalDb db, Viewer viewer) : AsyncRequestHandler<ChooseMail>
{
    protected override async Task Handle(ChooseMail command, CancellationToken cancellationToken)
    {
        var groups = Enum.GetValues<MessageGroup>().Where(group => command.Of(group) is not null).ToList();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into mail_choices (organisation_id, person_id, message_group, mail)
            select {viewer.OrganisationId}, {viewer.PersonId}, message_group, mail
            from unnest({groups.Select(group => group.ToString()).ToArray()}, {groups.Select(group => command.Of(group).ToString()).ToArray()}) as chosen (message_group, mail)
            on conflict (organisation_id, person_id, message_group) do update set mail = excluded.mail
            """,
            cancellationToken);
    }
}
