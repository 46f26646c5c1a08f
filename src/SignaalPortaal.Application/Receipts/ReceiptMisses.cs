namespace SignaalPortaal.Application.Receipts;

/// <summary>
/// How many codes were shown to this node in a minute that are not known. Beyond a number it only says that there are too many: who tries out codes
/// learns nothing more, and no address has to be kept to know who that is. A right code is never held up.
/// </summary>
internal sealed class ReceiptMisses(TimeProvider clock)
{
    public const int MostInAMinute = 100;

    private readonly Lock _lock = new();
    private long _minute;
    private int _count;

    /// <exception cref="TooManyUnknownCodesException">There were too many in this minute.</exception>
    public void Count()
    {
        var minute = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            (_minute, _count) = (minute, minute == _minute ? _count + 1 : 1);
            if (_count <= MostInAMinute)
            {
                return;
            }
        }

        throw new TooManyUnknownCodesException();
    }
}

/// <summary>Too many codes were tried that are not known.</summary>
public sealed class TooManyUnknownCodesException : Exception;
