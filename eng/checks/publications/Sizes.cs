using SignaalPortaal.Domain.Tests.Publications;

/// <summary>How much of what could be shown by itself is shown, by size of the organisation.</summary>
internal static class Sizes
{
    public static int Tell(int organisations)
    {
        foreach (var isBusy in new[] { true, false })
        {
            Console.WriteLine(isBusy ? "0.05 to 0.4 signals per person and quarter:" : "as in publications.sh, mostly far fewer:");
            foreach (var (units, isFlat) in new[] { (20, true), (20, false), (60, false), (120, false), (200, false) })
            {
                var shares = Enumerable.Range(20_000, organisations).Select(seed => Trial.Of(seed, units: units, isBusy: isBusy, isFlat: isFlat)).ToList();
                var (qualifying, shown) = (shares.Sum(trial => (long)trial.Qualifying), shares.Sum(trial => (long)trial.Shown));
                Console.WriteLine($"  {units} units{(isFlat ? ", all directly under the top" : "")}: {shown} of {qualifying}, {100.0 * shown / qualifying:f1} %");
            }
        }

        return 0;
    }
}
