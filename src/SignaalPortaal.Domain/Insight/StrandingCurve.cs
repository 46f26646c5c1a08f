namespace SignaalPortaal.Domain.Insight;

/// <summary>How a signal ended, as far as its reporter can tell.</summary>
public enum Ending
{
    /// <summary>Wholly or partly.</summary>
    Adopted,
    NotAdopted,

    /// <summary>It was arranged already, or is outside the power of the organisation.</summary>
    Elsewhere,

    /// <summary>Answered, but the reporter never said what that was worth.</summary>
    NoReaction,
}

/// <summary>Signals that went the same way.</summary>
/// <param name="Entry">The layer where they started; 0 is the lowest.</param>
/// <param name="Reached">The highest layer that they came to.</param>
/// <param name="Ending">How they ended there; null while they are open.</param>
public sealed record Strand(int Entry, int Reached, Ending? Ending, int Count);

/// <summary>What became of signals at one layer.</summary>
/// <param name="AtRisk">Those that this layer is done with: they ended here or went further up.</param>
/// <param name="Open">Those that wait here. What this layer does with them is not known yet, so they only count below it.</param>
/// <param name="Alive">Which part of all signals goes further up than this layer.</param>
/// <param name="Lost">Which part of all signals ends at this layer, and how.</param>
public sealed record StrandedAt(int AtRisk, int Open, double Alive, IReadOnlyDictionary<Ending, double> Lost);

/// <summary>
/// Of a hundred signals, how many are still on their way after each layer: the estimate of Kaplan and Meier, with layers in the place of time. A signal
/// that is open is censored: it says that it came through the layers below, and nothing of this one. A signal that starts higher up counts from there.
/// </summary>
public static class StrandingCurve
{
    /// <param name="layers">How many there are, the lowest first.</param>
    public static IReadOnlyList<StrandedAt> Of(IReadOnlyCollection<Strand> strands, int layers)
    {
        var alive = 1.0;
        var curve = new List<StrandedAt>();
        for (var layer = 0; layer < layers; layer++)
        {
            var ended = strands.Where(strand => strand.Reached == layer && strand.Ending is not null).ToLookup(strand => strand.Ending!.Value, strand => strand.Count);
            var open = strands.Where(strand => strand.Reached == layer && strand.Ending is null).Sum(strand => strand.Count);
            var further = strands.Where(strand => strand.Entry <= layer && strand.Reached > layer).Sum(strand => strand.Count);
            var atRisk = further + ended.Sum(one => one.Sum());

            var before = alive;
            alive *= atRisk == 0 ? 1 : (double)further / atRisk;
            curve.Add(new StrandedAt(
                atRisk, open, alive, Enum.GetValues<Ending>().ToDictionary(ending => ending, ending => atRisk == 0 ? 0 : before * ended[ending].Sum() / atRisk)));
        }

        return curve;
    }
}
