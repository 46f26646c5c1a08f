using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Organisations;

/// <summary>Makes an organisation from two files, wholly or not at all. Asked on the command line, by the functional administrator.</summary>
/// <param name="Units">The CSV text of the units.</param>
/// <param name="People">The CSV text of the people.</param>
public sealed record LoadOrganisation(string Name, string Units, string People) : IRequest<LoadedOrganisation>;

public sealed record LoadedOrganisation(Guid Id, int Units, int People);

/// <summary>Lines of the files that cannot be read. Nothing was loaded.</summary>
public sealed class OrganisationFileException(IReadOnlyList<FileError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<FileError> Errors { get; } = errors;
}

/// <param name="Line">1 is the header; 0 when it is about the file as a whole.</param>
public sealed record FileError(string File, int Line, string Field, string Expected)
{
    public override string ToString() => $"{File}, line {Line}, {Field}: expected {Expected}";
}

internal sealed class LoadOrganisationHandler(PortalDb db, CurrentViewer current) : IRequestHandler<LoadOrganisation, LoadedOrganisation>
{
    public async Task<LoadedOrganisation> Handle(LoadOrganisation command, CancellationToken cancellationToken)
    {
        var organisation = new Organisation(command.Name);
        var chart = OrganisationFiles.Read(organisation.Id, command.Units, command.People);
        if (await db.Set<Organisation>().AnyAsync(other => other.Name == command.Name, cancellationToken))
        {
            throw new OrganisationFileException([new FileError("organisation", 0, "name", $"a name that is not in use; '{command.Name}' is")]);
        }

        current.Viewer = Viewer.Nobody with { OrganisationId = organisation.Id };
        db.Add(organisation);
        db.AddRange(chart.Units);
        db.AddRange(chart.Ancestors);
        db.AddRange(chart.People);
        db.AddRange(chart.Mandates);
        await db.SaveChangesAsync(cancellationToken);

        return new LoadedOrganisation(organisation.Id, chart.Units.Count, chart.People.Count);
    }
}
