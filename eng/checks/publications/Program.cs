using System.Diagnostics;
using SignaalPortaal.Domain.Tests.Publications;

if (args is ["claims", ..])
{
    return Claims.Look(isLarge: args is [_, "large"]);
}

if (args is ["sizes", ..])
{
    return Sizes.Tell(args.Length > 1 ? int.Parse(args[1]) : 40);
}

var (organisations, first) = (args.Length > 0 ? int.Parse(args[0]) : 1_000, args.Length > 1 ? int.Parse(args[1]) : 10_000);
var (qualifying, shown, signals, numbers) = (0L, 0L, 0L, 0L);
var findings = new List<string>();
var tables = new SortedDictionary<string, int>();
var watch = Stopwatch.StartNew();
for (var seed = first; seed < first + organisations; seed++)
{
    var trial = Trial.Of(seed);
    (qualifying, shown) = (qualifying + trial.Qualifying, shown + trial.Shown);
    signals += trial.Facts.Sum(quarter => quarter.Raised.Count);
    foreach (var table in trial.Published.SelectMany(quarter => quarter.Tables))
    {
        var name = $"{table.Measure} {string.Join(" x ", table.Dimensions)}";
        tables[name] = tables.GetValueOrDefault(name) + 1;
        numbers += table.Cells.Count;
    }

    findings.AddRange(trial.OwnFindings().Select(finding => $"{seed}: the portal itself: {finding}"));
    findings.AddRange(trial.Judgement(new Random(seed)).Select(finding => $"{seed}: {finding}"));
}

findings.ForEach(Console.WriteLine);
foreach (var (name, count) in tables)
{
    Console.WriteLine($"{name}: in {count} of {organisations * 8} quarters");
}

Console.WriteLine($"{organisations} organisations x 8 quarters, {signals} signals, {numbers} numbers published, {watch.Elapsed.TotalSeconds:f0} s");
Console.WriteLine($"rows of units shown: {shown} of {qualifying} that qualify by themselves ({100.0 * shown / qualifying:f1} %)");
Console.WriteLine($"findings: {findings.Count}");

// Of a few organisations the share says little.
return findings.Count == 0 && (organisations < 100 || shown * 100 >= qualifying * 55) ? 0 : 1;
