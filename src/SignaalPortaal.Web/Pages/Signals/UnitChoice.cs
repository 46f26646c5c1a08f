using SignaalPortaal.Application;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>A unit to find by its name and to choose; works without script, by sending the form and getting it back.</summary>
/// <param name="Field">The name of the chosen unit in the form.</param>
/// <param name="WithManagers">Whether the names of who manages the units are shown; not to somebody who is not signed in.</param>
/// <param name="None">The first choice is to choose nothing, under this name; null when one must be chosen.</param>
public sealed record UnitChoice(string Field, string Title, string Hint, string? Search, Found<UnitView> Units, Guid? Chosen, string? None = null, bool WithManagers = true)
{
    public const string SearchField = "Input.UnitSearch";
}
