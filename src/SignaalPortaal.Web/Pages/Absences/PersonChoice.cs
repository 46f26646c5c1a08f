using SignaalPortaal.Application;
using SignaalPortaal.Application.Absences;

namespace SignaalPortaal.Web.Pages.Absences;

/// <summary>A person to find by name and to choose; works without script, by sending the form and getting it back.</summary>
/// <param name="Field">The name of the chosen person in the form.</param>
/// <param name="SearchField">The name of the text to search for in the form.</param>
/// <param name="Name">Tells two of these on one page apart.</param>
/// <param name="None">The first choice is to choose nobody, under this name; null when one must be chosen.</param>
public sealed record PersonChoice(
    string Field, string SearchField, string Name, string Title, string Hint, string? Search, Found<FoundPerson> People, Guid? Chosen, string? None = null);
