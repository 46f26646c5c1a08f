using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Hints;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Hints;

/// <summary>
/// Points out by which words somebody can be recognised, before a text is sent. Nothing is changed, kept or logged, and only the register of the
/// viewer's own organisation is looked at.
/// </summary>
internal sealed record FindIdentifyingWords(IReadOnlyList<TypedText> Texts) : IRequest<IReadOnlyList<Hint>>;

/// <param name="Field">The name of the property that holds it.</param>
internal sealed record TypedText(string Field, string? Text);

/// <summary>
/// A word by which somebody can be recognised. It says nothing of the person it points at: who has a name, a title or a number is not told by typing.
/// </summary>
/// <param name="Field">The name of the property in which it stands.</param>
/// <param name="Before">The words in front of it, as far as they are shown.</param>
/// <param name="Times">How often the same stands in this field; it is shown where it stands first.</param>
public sealed record Hint(string Field, IdentifyingKind Kind, Certainty Certainty, string Before, string Word, string After, int Times);

internal static class TypedTexts
{
    /// <summary>What the person typed freely.</summary>
    public static IReadOnlyList<TypedText> Of(SubmitSignal signal) =>
    [
        new(nameof(signal.Subject), signal.Subject),
        new(nameof(signal.OwnWords), signal.OwnWords),
        new(nameof(signal.AffectedRule), signal.AffectedRule),
        new(nameof(signal.Since), signal.Since),
        new(nameof(signal.Frequency), signal.Frequency),
        new(nameof(signal.Affected), signal.Affected),
        new(nameof(signal.OnPaper), signal.OnPaper),
        new(nameof(signal.InPractice), signal.InPractice),
        new(nameof(signal.Workaround), signal.Workaround),
    ];

    /// <summary>The same of a signal that was raised.</summary>
    public static IReadOnlyList<TypedText> Of(SignalContent content) =>
    [
        new(nameof(SubmitSignal.Subject), content.Subject),
        new(nameof(SubmitSignal.OwnWords), content.Words),
        new(nameof(SubmitSignal.AffectedRule), content.Rule),
        new(nameof(SubmitSignal.Since), content.Since),
        new(nameof(SubmitSignal.Frequency), content.Frequency),
        new(nameof(SubmitSignal.Affected), content.Affected),
        new(nameof(SubmitSignal.OnPaper), content.OnPaper),
        new(nameof(SubmitSignal.InPractice), content.InPractice),
        new(nameof(SubmitSignal.Workaround), content.Workaround),
    ];
}

internal sealed class FindIdentifyingWordsHandler(PortalDb db, Viewer viewer) : IRequestHandler<FindIdentifyingWords, IReadOnlyList<Hint>>
{
    /// <summary>To either side of a word.</summary>
    private const int ContextLength = 40;

    public async Task<IReadOnlyList<Hint>> Handle(FindIdentifyingWords query, CancellationToken cancellationToken)
    {
        var register = await ReadRegister(cancellationToken);
        return
        [
            .. from typed in query.Texts
               let text = typed.Text ?? ""
               from same in IdentifyingWords.Find(text, register).GroupBy(word => (word.Kind, Word: text.Substring(word.Start, word.Length)))
               let first = same.First()
               select new Hint(
                   typed.Field, first.Kind, same.Min(word => word.Certainty), Before(text, first.Start), same.Key.Word, After(text, first.End), same.Count()),
        ];
    }

    /// <summary>In two statements. Who has left is not in it: nobody could look that name up either.</summary>
    private async Task<Register> ReadRegister(CancellationToken cancellationToken)
    {
        var people = await db.People.Where(person => person.LeftOn == null)
            .Select(person => new { person.Id, person.Name, person.Number, person.JobTitle, person.HomeUnitId })
            .ToListAsync(cancellationToken);
        var units = await db.Units.Where(unit => unit.ClosedOn == null && unit.Kind != UnitKind.ConfidentialDesk)
            .Select(unit => new { unit.Id, unit.ParentId, unit.Name })
            .ToDictionaryAsync(unit => unit.Id, cancellationToken);

        var peopleIn = new Dictionary<Guid, int>();
        foreach (var home in people.CountBy(person => person.HomeUnitId))
        {
            for (var unit = units.GetValueOrDefault(home.Key); unit is not null; unit = unit.ParentId is { } parent ? units.GetValueOrDefault(parent) : null)
            {
                peopleIn[unit.Id] = peopleIn.GetValueOrDefault(unit.Id) + home.Value;
            }
        }

        return new Register(
            people.Select(person => new RegisteredPerson(person.Name, person.Number, person.JobTitle, person.Id == viewer.PersonId)),
            units.Values.Select(unit => new RegisteredUnit(unit.Name, peopleIn.GetValueOrDefault(unit.Id))));
    }

    /// <summary>From the start of a word, on the same line.</summary>
    private static string Before(string text, int start)
    {
        var line = text[..start];
        line = line[(line.LastIndexOfAny(['\r', '\n']) + 1)..];
        if (line.Length <= ContextLength)
        {
            return line;
        }

        var cut = line.IndexOf(' ', line.Length - ContextLength);
        return cut < 0 ? "… " : $"…{line[cut..]}";
    }

    private static string After(string text, int end)
    {
        var line = text[end..];
        line = line.IndexOfAny(['\r', '\n']) is var newLine and >= 0 ? line[..newLine] : line;
        if (line.Length <= ContextLength)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', ContextLength);
        return cut < 0 ? " …" : $"{line[..cut]} …";
    }
}
