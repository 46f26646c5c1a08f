using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>The unit above hears that a risk was estimated lower, by whom and why; the signal itself it does not get to see by that.</summary>
public sealed class LoweredTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_unit_above_reads_that_it_was_lowered_by_whom_and_why_and_the_reporter_sees_that_it_did()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        var why = await Lowers(portal.Cast.TeamLead, reference);

        var above = await portal.As(portal.Cast.HeadOfDepartment).Open("/berichten");
        above.Text.ShouldContain("Een onderdeel schat een risico lager in dan de melder.");
        await above.Follow(SignalTexts.LoweredTitle);
        above.Text.ShouldContain("Team Noord");
        above.Text.ShouldContain("Tess Teamleider, teamleider");
        above.Text.ShouldContain("De melder: Gemiddeld. Team Noord: Laag.");
        above.Text.ShouldContain(why);
        above.Text.ShouldNotContain("Brief is niet te begrijpen");
        (await above.Sees($"/signalen/{reference}")).ShouldBeFalse();

        var reporter = await portal.As(portal.Cast.Reporter).Open($"/signalen/{reference}");
        reporter.Text.ShouldContain("Afdeling Toekenning leest dat het risico hier lager is ingeschat");
        reporter.Text.ShouldContain("Aad Afdeling");
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        var why = await Lowers(portal.Cast.TeamLead, reference);

        foreach (var person in portal.Cast.People.Values.Except([portal.Cast.HeadOfDepartment, portal.Cast.Stranger]).Append(portal.Cast.Stranger))
        {
            (await portal.As(person).Open("/lager-ingeschat")).Text.ShouldNotContain(why, customMessage: $"{person}");
        }
    }

    [Fact]
    public async Task Whom_it_is_about_and_who_raised_it_read_nothing_when_they_act_for_the_unit_above()
    {
        var about = await portal.Raises(portal.Cast.Reporter, aboutMyManager: true);
        var why = await Lowers(portal.Cast.HeadOfDepartment, about);
        await portal.Database.Scalar<int>($"insert into signal_conflicts select organisation_id, id, '{portal.Cast.Director}' from signals where reference = '{about}'; select 1");

        (await portal.As(portal.Cast.Director).Open("/lager-ingeschat")).Text.ShouldNotContain(why);
        (await portal.As(portal.Cast.DeputyDirector).Open("/lager-ingeschat")).Text.ShouldContain(why);
    }

    [Fact]
    public async Task Of_a_confidential_signal_the_sealed_reason_is_read_and_no_name()
    {
        await portal.HasAnAdviser();
        var reference = await portal.RaisesConfidentially(portal.Cast.Reporter);
        var why = await Lowers(portal.Cast.HeadOfDepartment, reference);

        var above = await portal.As(portal.Cast.Director).Open("/lager-ingeschat");

        above.Text.ShouldContain(why);
        above.Text.ShouldNotContain("Rosa Melder");
    }

    [Fact]
    public async Task What_was_taken_back_is_not_there_either()
    {
        var reference = await portal.Raises(portal.Cast.Colleague, forUnit: portal.Cast.Units["ZUID"]);
        await portal.Does(portal.Cast.TeamLeadOfTheSouth, reference, new AssessSignal { Reading = "Het valt mee.", Risk = RiskLevel.Low, LowerReason = "Alleen in het zuiden." });
        (await portal.As(portal.Cast.HeadOfDepartment).Open("/lager-ingeschat")).Text.ShouldContain("Alleen in het zuiden.");

        await portal.Does(portal.Cast.Colleague, reference, new WithdrawSignal { Reason = "Opgelost." });

        (await portal.As(portal.Cast.HeadOfDepartment).Open("/lager-ingeschat")).Text.ShouldNotContain("Alleen in het zuiden.");
    }

    /// <summary>The reason, which is in no other test.</summary>
    private async Task<string> Lowers(Guid by, string reference)
    {
        var why = $"Er kijkt altijd een tweede collega mee: {reference}.";
        await portal.Does(by, reference, new AssessSignal { Reading = "Het valt mee.", Risk = RiskLevel.Low, LowerReason = why });
        return why;
    }
}
