namespace SignaalPortaal.Domain.Hints;

/// <summary>
/// How an organisation writes its personnel numbers or dossiers, such as INK-#######: # is a digit, ? a letter, and the rest is itself. It is no
/// expression of its own: comparing takes as many steps as it has characters.
/// </summary>
public sealed record NumberTemplate(string Shape, IdentifyingKind Kind)
{
    public const int MaxLength = 30;
    public const int FewestDigits = 3;

    /// <summary>With few digits it would fit ordinary text.</summary>
    public static bool IsValid(string shape) =>
        shape.Length <= MaxLength && shape.Count(character => character is '#') >= FewestDigits
        && shape.All(character => char.IsAsciiLetterOrDigit(character) || character is '#' or '?' or '-' or '/' or '.' or '_' or ' ')
        && !shape.StartsWith(' ') && !shape.EndsWith(' ');

    internal bool Fits(ReadOnlySpan<char> text)
    {
        if (text.Length < Shape.Length)
        {
            return false;
        }

        for (var index = 0; index < Shape.Length; index++)
        {
            var fits = Shape[index] switch
            {
                '#' => char.IsAsciiDigit(text[index]),
                '?' => char.IsAsciiLetter(text[index]),
                var itself => char.ToUpperInvariant(itself) == char.ToUpperInvariant(text[index]),
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Numbers in the shapes that the organisation itself gave.</summary>
internal static class TemplateScan
{
    public static void Find(string text, Register register, Findings found)
    {
        for (var start = 0; start < text.Length && register.Templates.Count > 0; start++)
        {
            if (!char.IsAsciiLetterOrDigit(text[start]) || (start > 0 && char.IsLetterOrDigit(text[start - 1])))
            {
                continue;
            }

            foreach (var template in register.Templates)
            {
                var end = start + template.Shape.Length;
                if (template.Fits(text.AsSpan(start)) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                {
                    found.Add(start, end, template.Kind, Certainty.Certain);
                }
            }
        }
    }
}
