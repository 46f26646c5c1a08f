using System.Text.RegularExpressions;
using System.Xml.Linq;
using SignaalPortaal.Web.Tests.Chain;

namespace SignaalPortaal.Web.Tests.Texts;

/// <summary>What the portal says is so has a test beside it in docs/threat-model.md. A new sentence and a test with another name are found here.</summary>
public sealed partial class SaidTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ChainPortal.Script)!, ".."));

    private static readonly string Document = File.ReadAllText(Path.Combine(Root, "docs", "threat-model.md"));

    /// <summary>Who wonders whether to raise something reads all of these: every sentence counts there, not only one with a word that promises.</summary>
    private static readonly string[] ReadBeforehand = ["Protection", "Disclosure", "Anonymous", "Voice", "Home", "Mail"];

    /// <summary>What a rule refuses, what is wrong with a file of the organisation, and the names of fields.</summary>
    private static readonly string[] PromisesNothing = ["Rule", "Import", "Field", "SignIn"];

    private static readonly IReadOnlyList<string> Named = [.. InBackticks().Matches(Document).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Each_sentence_that_promises_something_stands_there()
    {
        var sentences = from text in Texts()
                        where IsSentence().IsMatch(text.Value)
                        where ReadBeforehand.Contains(text.File)
                            || (PromiseWord().IsMatch(text.Value) && !PromisesNothing.Contains(text.File) && !text.Key.StartsWith("FileFault_", StringComparison.Ordinal))
                        select $"{text.File}: {text.Key}";

        sentences.Except(Said()).ShouldBeEmpty("Write it in the table of docs/threat-model.md, beside the test that fails when it is not so.");
    }

    [Fact]
    public void What_stands_there_is_said_and_stands_there_once()
    {
        Said().Except(Texts().Select(text => $"{text.File}: {text.Key}")).ShouldBeEmpty();
        Said().GroupBy(key => key).Where(key => key.Count() > 1).Select(key => key.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Each_test_that_it_names_is_there()
    {
        var files = Directory.GetFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories).ToLookup(Path.GetFileNameWithoutExtension);
        var tests = Named.Select(name => TestName().Match(name)).Where(match => match.Success).ToList();

        tests.Count.ShouldBeGreaterThan(150);
        tests.Where(test => !files[test.Groups["class"].Value].Any(file => IsThere(file, test))).Select(test => test.Value).ShouldBeEmpty();
        Named.Where(name => name.StartsWith("eng/", StringComparison.Ordinal) && !File.Exists(Path.Combine(Root, name))).ShouldBeEmpty();

        static bool IsThere(string file, Match test)
        {
            var path = file.Replace(Path.DirectorySeparatorChar, '/');
            return path.Replace("SignaalPortaal.", "", StringComparison.Ordinal).EndsWith($"/{test.Groups["path"].Value}{test.Groups["class"].Value}.cs", StringComparison.Ordinal)
                && (!test.Groups["method"].Success || File.ReadAllText(file).Contains($" {test.Groups["method"].Value}(", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Each_row_names_a_test_or_says_that_it_is_by_design()
    {
        var rows = Document.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ')).ToList();
        var tables = rows.Where(row => LastCell(row) is "behind \"never\"" or "The test behind it").ToList();
        var behind = rows.SkipWhile(row => row != tables[0]).Where(row => !tables.Contains(row) && !row.StartsWith("---", StringComparison.Ordinal)).ToList();

        tables.Count.ShouldBe(2);
        behind.Count.ShouldBeGreaterThan(80);
        behind.Where(row => !LastCell(row).Contains("design", StringComparison.Ordinal) && !InBackticks().Matches(LastCell(row)).Any(match => TestName().IsMatch(match.Groups[1].Value)))
            .ShouldBeEmpty();

        static string LastCell(string row) => row.Split(" | ")[^1].Trim();
    }

    [Fact]
    public void Scripts_keep_nothing_in_the_browser()
    {
        var scripts = Directory.GetFiles(Path.Combine(Root, "src", "SignaalPortaal.Web", "wwwroot"), "*.js", SearchOption.AllDirectories);

        scripts.ShouldNotBeEmpty();
        scripts.Where(script => Keeps().IsMatch(File.ReadAllText(script))).ShouldBeEmpty();
    }

    private static IEnumerable<(string File, string Key, string Value)> Texts() =>
        from path in Directory.GetFiles(Path.Combine(Root, "src"), "*Texts.resx", SearchOption.AllDirectories)
        from text in XDocument.Load(path).Root!.Elements("data")
        select (Path.GetFileNameWithoutExtension(path)[..^"Texts".Length], (string)text.Attribute("name")!, (string)text.Element("value")!);

    private static IEnumerable<string> Said() =>
        from name in Named
        let keys = Keys().Match(name)
        where keys.Success
        from key in keys.Groups[2].Value.Split(", ")
        select $"{keys.Groups[1].Value}: {key}";

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex InBackticks();

    /// <summary>As in `Signal: ReadBy, Next2`.</summary>
    [GeneratedRegex("^([A-Z][a-zA-Z]+): ([A-Z][\\w, ]+)$")]
    private static partial Regex Keys();

    [GeneratedRegex("^(?<path>(?:[A-Za-z.]+/)*)(?<class>[A-Za-z]*(?:Tests|Laws))(?:\\.(?<method>[A-Z][a-z_A-Z0-9]+))?$")]
    private static partial Regex TestName();

    [GeneratedRegex(@"[a-zé}’)]\.($|\s)")]
    private static partial Regex IsSentence();

    [GeneratedRegex(
        @"\b(nooit|niemand|alleen|altijd|iedereen|vanzelf|niets|versleuteld|verzegel\w*|wissen|gewist|vernietig\w*|bewaren|bewaart|bewaard|meteen|vooraf|uiterlijk|blijft|blijven|ziet|zien|leest|lezen)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex PromiseWord();

    [GeneratedRegex("localStorage|sessionStorage|indexedDB|document\\.cookie|caches\\.")]
    private static partial Regex Keeps();
}
