using SignaalPortaal.Application.Hints;
using SignaalPortaal.Domain.Hints;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>The words by which somebody can be recognised, as _Hints shows them on a page where a text is checked before it is sent.</summary>
/// <param name="Found">In all fields.</param>
/// <param name="IsWarning">
/// The writer wants to stay unknown: also what narrows down who it is, in a stronger tone. Otherwise the writer's name stands above the text, and
/// only names and numbers of people are shown.
/// </param>
public sealed record HintBox(IReadOnlyList<Hint> Found, bool IsWarning)
{
    /// <summary>Who typed a list of names gets no list as long.</summary>
    private const int Most = 20;

    /// <summary>Somebody else writes than who may be recognised.</summary>
    public bool IsForEverybody { get; init; }

    public string Title => IsForEverybody ? ReleaseTexts.HintsTitle : IsWarning ? SignalTexts.HintsWarningTitle : SignalTexts.HintsTitle;

    public string Text => IsForEverybody ? ReleaseTexts.HintsText : IsWarning ? SignalTexts.HintsWarningText : SignalTexts.HintsText;

    private IReadOnlyList<Hint> All => [.. Found.Where(hint => IsWarning || hint.Kind.IsNameOrNumber)];

    /// <summary>What is sure comes first; within that the order of the form.</summary>
    public IReadOnlyList<Hint> Shown => [.. All.OrderBy(hint => hint.Certainty).Take(Most)];

    public int NotShown => Math.Max(0, All.Count - Most);

    public static string FieldName(Hint hint) => FieldTexts.ResourceManager.GetString(hint.Field)!;
}
