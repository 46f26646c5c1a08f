using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Publications;

public class QuarterTests
{
    [Theory]
    [InlineData(2026, 1, "2026-01-01", "2026-03-31")]
    [InlineData(2026, 2, "2026-04-01", "2026-06-30")]
    [InlineData(2026, 4, "2026-10-01", "2026-12-31")]
    [InlineData(9999, 4, "9999-10-01", "9999-12-31")]
    public void Each_quarter_that_somebody_can_type_has_a_first_and_a_last_day(int year, int number, string first, string last)
    {
        var quarter = new Quarter(year, number);

        quarter.FirstDay.ShouldBe(DateOnly.Parse(first));
        quarter.LastDay.ShouldBe(DateOnly.Parse(last));
    }
}
