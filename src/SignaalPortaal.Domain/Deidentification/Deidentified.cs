using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Deidentification;

/// <summary>A text with names and numbers taken out, and what is left for a person to look at.</summary>
/// <param name="Text">Byte for byte what was written, but for the replacements.</param>
/// <param name="Replacements">In the order of the text.</param>
/// <param name="Marks">In the order of <paramref name="Text"/>; they stand in it untouched.</param>
public sealed record Deidentified(string Text, IReadOnlyList<Replacement> Replacements, IReadOnlyList<Mark> Marks)
{
    /// <summary>The text in pieces, to show what was taken out and what is marked.</summary>
    public IEnumerable<Piece> Pieces()
    {
        var at = 0;
        foreach (var (start, length, piece) in Replacements.Select(replaced => (replaced.StartInResult, replaced.Placeholder.Length, new Piece(replaced.Placeholder, replaced, Mark: null)))
            .Concat(Marks.Select(mark => (mark.Start, mark.Length, new Piece(Text.Substring(mark.Start, mark.Length), Replacement: null, mark))))
            .OrderBy(piece => piece.Item1))
        {
            if (start > at)
            {
                yield return new Piece(Text[at..start], Replacement: null, Mark: null);
            }

            yield return piece;
            at = start + length;
        }

        if (at < Text.Length)
        {
            yield return new Piece(Text[at..], Replacement: null, Mark: null);
        }
    }
}

/// <param name="Start">In what was written.</param>
/// <param name="Length">In what was written.</param>
/// <param name="StartInResult">Where the placeholder stands.</param>
public sealed record Replacement(int Start, int Length, int StartInResult, string Placeholder, IdentifyingKind Kind);

/// <param name="Start">In the result.</param>
/// <param name="Length">In the result.</param>
public sealed record Mark(int Start, int Length, IdentifyingKind Kind)
{
    /// <summary>True of what few people fit, such as a day or "als enige"; false of what may be a name or a number, or may be an ordinary word.</summary>
    public bool IsRisk => Kind is IdentifyingKind.Day or IdentifyingKind.RareFact;
}

/// <summary>At most one of the two is there.</summary>
public sealed record Piece(string Text, Replacement? Replacement, Mark? Mark);
