namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>Stands still until a test moves it. Starts on a Monday in September, at ten o'clock in the Netherlands.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 9, 7, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;

    public void AdvanceDays(int days) => Advance(TimeSpan.FromDays(days));
}
