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

    /// <summary>For who acts for no unit, what is behind this does not exist.</summary>
    public static void RequireUnit(this Viewer viewer)
    {
        if (viewer.UnitsActedFor.Count == 0)
        {
            throw new SignalNotFoundException();
        }
    }
}
