using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Retention;

/// <summary>The register of the Wet bescherming klokkenluiders.</summary>
public sealed class RegisterTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Each_wrongdoing_stands_in_it_with_the_days_of_the_law_and_without_words_or_names()
    {
        var reference = await portal.HasAClosedSignal(portal.Cast.Reporter, portal.Cast.ConfidentialAdviser, SignalKind.Wrongdoing);
        var received = portal.Today;
        var late = await portal.Raises(portal.Cast.Colleague, SignalKind.Wrongdoing);
        var about = await portal.Raises(portal.Cast.Reporter, SignalKind.Wrongdoing);
        await portal.Database.Scalar<int>($"insert into signal_conflicts select organisation_id, id, '{portal.Cast.ConfidentialAdviser}' from signals where reference = '{about}'; select 1");
        portal.Clock.AdvanceDays(8);

        var lines = await portal.Send(new GetRegister(IsExport: false), portal.Cast.ConfidentialAdviser);

        lines.Select(line => line.Reference).ShouldBe([reference, late], ignoreOrder: true);
        lines.Single(line => line.Reference == reference)
            .ShouldBe(new RegisterLine(
                reference, new LegalTerms(received, received.AddDays(7), received, received.AddMonths(3), received), Outcome.AlreadyArranged, Closing.Understood, received, null));
        lines.Single(line => line.Reference == late).Terms.IsAcknowledgedInTime(portal.Today).ShouldBeFalse();
        var page = await portal.As(portal.Cast.ConfidentialAdviser).Open("/vertrouwensloket/register");
        page.Text.ShouldContain(Reference.Show(reference));
        page.Text.ShouldNotContain(RetentionSteps.Canary);
        page.Text.ShouldNotContain("Rosa Melder");

        using var file = await page.Http.GetAsync("/vertrouwensloket/register.csv");
        (await file.Content.ReadAsStringAsync()).ShouldContain($"{Reference.Show(reference)};{received:yyyy-MM-dd};");
        (await portal.Database.Scalar<long>("select count(*) from readings where through = 'Export'")).ShouldBe(2);
    }

    [Fact]
    public async Task It_is_for_confidential_advisers_only()
    {
        foreach (var person in new[] { portal.Cast.Administrator, portal.Cast.HumanResources, portal.Cast.Board })
        {
            await Should.ThrowAsync<SignalNotFoundException>(() => portal.Send(new GetRegister(IsExport: true), person));
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@som", "'@som")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("een;twee", "\"een;twee\"")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    [InlineData("gewoon", "gewoon")]
    public void No_cell_is_a_formula(string text, string cell) => Csv.Of([[text]]).ShouldBe($"{cell}\r\n");
}

/// <summary>A term is counted once: whatever page tells it.</summary>
public sealed class RegisterTermTests(Portal portal) : IClassFixture<Portal>
{
    /// <summary>Raised on Friday 18 December, acknowledged on Monday 28 December: Christmas lengthens the seven days, on every page.</summary>
    [Fact]
    public async Task What_was_in_time_for_the_portal_is_in_time_in_the_register()
    {
        portal.Clock.AdvanceDays(new DateOnly(2026, 12, 18).DayNumber - portal.Today.DayNumber);
        var reference = await portal.Raises(portal.Cast.Reporter, SignalKind.Wrongdoing);
        var dueOn = await portal.Database.Scalar<DateOnly>($"select due_on from signals where reference = '{reference}'");
        dueOn.ShouldBe(new DateOnly(2026, 12, 28));
        portal.Clock.AdvanceDays(10);
        await portal.Does(portal.Cast.ConfidentialAdviser, reference, new AcknowledgeSignal { ExpectedOn = portal.Today.AddDays(5), Line = "Ontvangen." });

        var line = (await portal.Send(new GetRegister(IsExport: false), portal.Cast.ConfidentialAdviser)).Single(line => line.Reference == reference);

        (line.Terms.AcknowledgeBy, line.Terms.IsAcknowledgedInTime(portal.Today)).ShouldBe((dueOn, true));
    }
}
