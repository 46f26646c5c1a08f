using System.Globalization;
using System.Text;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web;

/// <summary>What the command line says, in Dutch, of the files of an organisation.</summary>
internal static class ImportReport
{
    /// <summary>More is of no use to anybody: who mends these sees the rest the next time.</summary>
    private const int MostErrors = 200;

    private const int LongestValue = 60;

    public static IEnumerable<string> Of(LoadedOrganisation loaded)
    {
        yield return Format(ImportTexts.Units, loaded.Units.Added, loaded.Units.Changed, loaded.Units.Gone);
        yield return Format(ImportTexts.People, loaded.People.Added, loaded.People.Changed, loaded.People.Gone);
        yield return Format(ImportTexts.HandedOver, loaded.HandedOver);
        if (loaded.ClosedWithoutSuccessor.Count > 0)
        {
            yield return Format(ImportTexts.ClosedWithoutSuccessor, string.Join(", ", loaded.ClosedWithoutSuccessor));
        }

        foreach (var reading in loaded.Readings.Where(reading => reading.Words.Count > 0))
        {
            yield return Format(ImportTexts.ReadAs, reading.File, reading.Encoding.Text, string.Join(", ", reading.Words));
        }
    }

    public static IEnumerable<string> Of(IReadOnlyList<FileError> errors)
    {
        foreach (var error in errors.Take(MostErrors))
        {
            yield return Of(error);
        }

        if (errors.Count > MostErrors)
        {
            yield return Format(ImportTexts.More, errors.Count - MostErrors);
        }
    }

    /// <summary>Where it is, what stands there, and what it should be.</summary>
    public static string Of(FileError error)
    {
        var said = new StringBuilder(error.File);
        said.Append(error.Line > 0 ? Format(ImportTexts.Line, error.Line) : "");
        said.Append(error.Character > 0 ? Format(ImportTexts.Character, error.Character) : "");
        said.Append(error.Column.Length > 0 ? Format(ImportTexts.Column, error.Column) : "");
        said.Append(": ");
        said.Append(error.Value.Length > 0 ? $"\"{Shown(error.Value)}\" " : error.Column.Length > 0 ? $"{ImportTexts.Empty} " : "");
        return said.Append(Format(error.Fault.Text, error.Expected)).ToString();
    }

    /// <summary>On one line, not too long, and with nothing in it that the screen would obey.</summary>
    private static string Shown(string value)
    {
        var shown = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            var isShown = !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            shown.Append(isShown ? rune.ToString() : rune.Value == '\n' ? " / " : $"U+{rune.Value:X4}");
            if (shown.Length > LongestValue)
            {
                return shown.Append('…').ToString();
            }
        }

        return shown.ToString();
    }

    private static string Format(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
