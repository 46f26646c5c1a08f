using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Identities;

internal static class ConfidentialAdvisers
{
    /// <summary>For anybody else the pages of confidential advisers do not exist.</summary>
    public static void RequireConfidentialAdviser(this Viewer viewer) => viewer.RequireOneOf(Roles.ConfidentialAdviser);
}
