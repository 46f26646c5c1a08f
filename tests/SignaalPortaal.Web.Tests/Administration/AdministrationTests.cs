using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Administration;

/// <summary>What the functional administrator sets: it changes what people are promised from then on.</summary>
public sealed class AdministrationTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_closed_day_lengthens_the_terms_that_start_from_now_on_and_no_other()
    {
        var reporter = portal.As(portal.Cast.Reporter);
        var before = await reporter.SubmitsASignal();
        var administrator = await portal.As(portal.Cast.Administrator).Open("/beheer/vrije-dagen");
        await administrator.Fill("Welke dag?", "2026-09-09").Fill("Hoe heet die dag?", "Personeelsdag").Press("Zet erbij");
        administrator.Text.ShouldContain("Personeelsdag");

        var after = await reporter.SubmitsASignal();

        (await DueOn(before)).ShouldBe(new DateOnly(2026, 9, 10));
        (await DueOn(after)).ShouldBe(new DateOnly(2026, 9, 11));
        await administrator.Press("Haal weg");
        administrator.Text.ShouldContain("Er zijn geen eigen vrije dagen.");
    }

    [Fact]
    public async Task Reminders_come_when_the_administrator_says()
    {
        var administrator = await portal.As(portal.Cast.Administrator).Open("/beheer/herinneringen");
        await administrator.Fill("Hoeveel werkdagen voor de laatste dag komt er een bericht?", "1").Press("Bewaar");
        await administrator.Open("/beheer/herinneringen");
        administrator.ValueOf("Hoeveel werkdagen voor de laatste dag komt er een bericht?").ShouldBe("1");
    }

    [Theory]
    [InlineData("twee")]
    [InlineData("11")]
    [InlineData("-1")]
    public async Task A_number_that_cannot_be_is_refused_beside_the_field(string number)
    {
        var administrator = await portal.As(portal.Cast.Administrator).Open("/beheer/herinneringen");

        await administrator.Fill("Hoeveel werkdagen voor de laatste dag komt er een bericht?", number).Press("Bewaar");

        administrator.ShouldBeAskedFor("Input_WorkingDaysBefore");
        administrator.ValueOf("Hoeveel werkdagen voor de laatste dag komt er een bericht?").ShouldBe(number);
    }

    [Fact]
    public async Task A_day_without_a_name_is_asked_for()
    {
        var administrator = await portal.As(portal.Cast.Administrator).Open("/beheer/vrije-dagen");

        await administrator.Press("Zet erbij");

        administrator.ShouldBeAskedFor("Input_Day", "Input_DayName");
    }

    private Task<DateOnly> DueOn(string signal) => portal.Database.Scalar<DateOnly>($"select due_on from signals where reference = '{signal.ToReference()}'");
}
