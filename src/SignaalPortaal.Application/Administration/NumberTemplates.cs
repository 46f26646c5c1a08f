using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Hints;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Hints;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Administration;

/// <summary>How the organisation writes its dossiers and personnel numbers. For the administrator.</summary>
public sealed record GetNumberTemplates : IRequest<SetNumberTemplates>;

/// <summary>One template on a line; see <see cref="NumberTemplate"/>.</summary>
public sealed record SetNumberTemplates : IRequest, IOnce
{
    public const int MostPerKind = 20;

    public string? DossierShapes { get; init; }
    public string? PersonnelShapes { get; init; }
    public Guid FormKey { get; init; }
}

internal sealed class SetNumberTemplatesValidator : AbstractValidator<SetNumberTemplates>
{
    public SetNumberTemplatesValidator()
    {
        RuleFor(set => set.DossierShapes).Must(AreTemplates);
        RuleFor(set => set.PersonnelShapes).Must(AreTemplates);
    }

    private static bool AreTemplates(string? text) =>
        SetNumberTemplatesHandler.Lines(text) is { Count: <= SetNumberTemplates.MostPerKind } shapes && shapes.All(NumberTemplate.IsValid);
}

internal sealed class GetNumberTemplatesHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetNumberTemplates, SetNumberTemplates>
{
    public async Task<SetNumberTemplates> Handle(GetNumberTemplates query, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var templates = (await db.Set<OwnNumberTemplate>().OrderBy(template => template.Shape).ToListAsync(cancellationToken)).ToLookup(template => template.Kind, template => template.Shape);
        return new SetNumberTemplates
        {
            DossierShapes = string.Join('\n', templates[IdentifyingKind.CaseNumber]),
            PersonnelShapes = string.Join('\n', templates[IdentifyingKind.PersonnelNumber]),
        };
    }
}

internal sealed class SetNumberTemplatesHandler(PortalDb db, Viewer viewer) : AsyncRequestHandler<SetNumberTemplates>
{
    public static List<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    protected override async Task Handle(SetNumberTemplates command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        await db.Set<OwnNumberTemplate>().ExecuteDeleteAsync(cancellationToken);
        db.AddRange(
            Lines(command.DossierShapes).Select(shape => (shape, Kind: IdentifyingKind.CaseNumber))
                .Concat(Lines(command.PersonnelShapes).Select(shape => (shape, Kind: IdentifyingKind.PersonnelNumber)))
                .DistinctBy(template => template.shape)
                .Select(template => new OwnNumberTemplate { OrganisationId = viewer.OrganisationId, Shape = template.shape, Kind = template.Kind }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
