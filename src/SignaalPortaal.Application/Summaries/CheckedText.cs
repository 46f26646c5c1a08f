using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Hints;
using SignaalPortaal.Domain.Deidentification;
using SignaalPortaal.Domain.Hints;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Application.Summaries;

/// <summary>A summary as it would be kept, with what a person has to look at.</summary>
/// <param name="Text">Without the names and numbers that the portal is sure of.</param>
/// <param name="Marks">Each once, however often it stands in the text.</param>
public sealed record CheckedText(string Text, IReadOnlyList<TextPiece> Pieces, IReadOnlyList<TextMark> Marks)
{
    public bool HasAllTicks(IEnumerable<string> ticked) => Marks.Select(mark => mark.Key).ToHashSet().IsSubsetOf(ticked);
}

/// <param name="Mark">Null for what is as it was written.</param>
public sealed record TextPiece(string Text, TextMarkKind? Mark);

/// <param name="Words">As they were written.</param>
/// <param name="InsteadOf">What stands in their place; null when they stand there still.</param>
/// <param name="What">Null for a quotation.</param>
public sealed record TextMark(TextMarkKind Kind, string Words, string? InsteadOf, IdentifyingKind? What)
{
    /// <summary>What a tick sends.</summary>
    public string Key => $"{Kind}:{Words}";
}

public enum TextMarkKind
{
    /// <summary>A name or a number; the portal took it out.</summary>
    TakenOut,

    /// <summary>Perhaps a name, perhaps an ordinary word.</summary>
    Doubt,

    /// <summary>What few people fit, such as a day.</summary>
    Risk,

    /// <summary>A run of words that stands in one of the signals.</summary>
    Quote,
}

internal static class TextChecks
{
    extension(PortalDb db)
    {
        /// <summary>Looks at a text with the register of the organisation, and with the words of the signals that it is about.</summary>
        public async Task<CheckedText> Check(string text, IReadOnlyCollection<Guid> signalIds, CancellationToken cancellationToken)
        {
            var register = await db.ReadRegister(writer: Guid.Empty, cancellationToken);
            var signals = await db.SignalsOfEveryone.AsNoTrackingWithIdentityResolution().Where(signal => signalIds.Contains(signal.Id)).ToListAsync(cancellationToken);
            var contents = await db.WordsOf(signals, cancellationToken);

            var result = Deidentifier.Deidentify(text, register);
            var quotes = Quotes.Find(result.Text, contents);
            return new CheckedText(
                result.Text,
                [.. result.Pieces().Select(piece => new TextPiece(piece.Text, KindOf(piece)))],
                [
                    .. result.Replacements.Select(replaced => new TextMark(TextMarkKind.TakenOut, text.Substring(replaced.Start, replaced.Length), replaced.Placeholder, replaced.Kind))
                        .Concat(result.Marks.Select(mark => new TextMark(mark.IsRisk ? TextMarkKind.Risk : TextMarkKind.Doubt, result.Text.Substring(mark.Start, mark.Length), InsteadOf: null, mark.Kind)))
                        .Concat(quotes.Select(quote => new TextMark(TextMarkKind.Quote, result.Text.Substring(quote.Start, quote.Length), InsteadOf: null, What: null)))
                        .DistinctBy(mark => mark.Key),
                ]);
        }

        private async Task<List<string>> WordsOf(IReadOnlyCollection<Signal> signals, CancellationToken cancellationToken)
        {
            var ids = signals.Select(signal => signal.Id).ToArray();
            var contents = await db.Set<SignalContent>().Where(content => ids.Contains(content.SignalId)).ToListAsync(cancellationToken);
            await db.Open(signals, cancellationToken);
            return [.. contents.SelectMany(content => content.FilledIn().Values)];
        }
    }

    private static TextMarkKind? KindOf(Piece piece) => piece switch
    {
        { Replacement: not null } => TextMarkKind.TakenOut,
        { Mark.IsRisk: true } => TextMarkKind.Risk,
        { Mark: not null } => TextMarkKind.Doubt,
        _ => null,
    };
}
