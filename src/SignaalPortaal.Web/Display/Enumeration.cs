using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

public static class Enumeration
{
    /// <summary>One, two and three.</summary>
    public static string Of(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} {SharedTexts.And} {names[^1]}";
}
