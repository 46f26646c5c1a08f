using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application;

internal static class RequiredRoles
{
    /// <summary>For anybody else what is behind this does not exist.</summary>
    public static void RequireOneOf(this Viewer viewer, Roles roles)
    {
        if ((viewer.Roles & roles) is Roles.None)
        {
            throw new SignalNotFoundException();
        }
    }
}
