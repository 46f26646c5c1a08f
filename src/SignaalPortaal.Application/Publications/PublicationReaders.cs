using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Publications;

/// <summary>Who reads publications. For anybody else their pages do not exist.</summary>
public static class PublicationReaders
{
    private const Roles Readers = Roles.UnionRepresentative | Roles.WorksCouncil | Roles.HumanResources;

    extension(Roles roles)
    {
        public bool ReadsPublications => (roles & Readers) != Roles.None;
    }

    internal static void RequirePublicationReader(this Viewer viewer)
    {
        if (!viewer.Roles.ReadsPublications)
        {
            throw new SignalNotFoundException();
        }
    }

    /// <summary>Of the union, whose representatives may work in several organisations.</summary>
    internal static void RequireUnionRepresentative(this Viewer viewer)
    {
        if (!viewer.Roles.HasFlag(Roles.UnionRepresentative))
        {
            throw new SignalNotFoundException();
        }
    }
}
