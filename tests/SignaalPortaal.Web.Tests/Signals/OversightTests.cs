using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Organisations;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>What the confidential desk leaves lying is not the end: oversight gets it, and where that is not there the reporter reads where else to go.</summary>
public sealed class OversightTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    public const string House = "huisvoorklokkenluiders.nl";

    private Guid Overseer => portal.Cast.DeputyOfTheSouth;

    public Task InitializeAsync() => portal.Reloads(WithOversight);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Silence_of_the_desk_brings_it_to_oversight_and_only_there()
    {
        var reference = await portal.Raises(portal.Cast.Reporter, SignalKind.Wrongdoing);
        (await portal.As(Overseer).Sees($"/signalen/{reference}")).ShouldBeFalse();

        await Silence();

        (await portal.HolderOf(reference)).ShouldBe("TOEZICHT");
        (await portal.As(Overseer).Open($"/signalen/{reference}")).Text.ShouldContain(SignalTexts.WhatYouCanDo);
        foreach (var person in new[] { portal.Cast.TeamLead, portal.Cast.HeadOfDepartment, portal.Cast.Board, portal.Cast.TeamLeadOfTheSouth })
        {
            (await portal.As(person).Sees($"/signalen/{reference}")).ShouldBeFalse();
        }

        var reporter = await portal.As(portal.Cast.Reporter).Open($"/signalen/{reference}");
        reporter.Text.ShouldContain("Het vertrouwensloket heeft niet op tijd gereageerd.");
        reporter.Text.ShouldContain("Doorgezet naar toezicht");
        reporter.Text.ShouldNotContain(House);

        await Silence();
        (await reporter.Open($"/signalen/{reference}")).Text.ShouldContain(House);
        reporter.Text.ShouldContain(SignalTexts.OutsideTitle);
        reporter.Page.QuerySelector("#buiten ~ ul a[href='#controle']").ShouldNotBeNull();
        reporter.Page.QuerySelector("#controle").ShouldNotBeNull();
        (await portal.As(Overseer).Open($"/signalen/{reference}")).Text.ShouldNotContain(SignalTexts.OutsideTitle);
    }

    [Fact]
    public async Task Who_disagrees_with_the_desk_reads_beforehand_that_oversight_gets_it_and_it_does()
    {
        var reference = await portal.Raises(portal.Cast.Reporter, SignalKind.UndesirableBehaviour);
        await portal.Does(portal.Cast.ConfidentialAdviser, reference, No);

        var reporter = await portal.As(portal.Cast.Reporter).Open($"/signalen/{reference}");
        reporter.Text.ShouldContain("Dan gaat je signaal naar toezicht.");
        await portal.Does(portal.Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Disagree, VerdictText = "Er is niets onderzocht." });

        (await portal.HolderOf(reference)).ShouldBe("TOEZICHT");
        (await portal.Database.Scalar<long>($"select count(*) from messages m join signals s on s.id = m.signal_id where s.reference = '{reference}' and m.person_id = '{Overseer}' and m.kind = 'Arrived'"))
            .ShouldBe(1);
        await portal.Does(Overseer, reference, No);
        (await reporter.Open($"/signalen/{reference}")).Text.ShouldContain(SignalTexts.DisagreeEffectOutside);
        await portal.Does(portal.Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Disagree, VerdictText = "Nog steeds niet." });
        (await reporter.Open($"/signalen/{reference}")).Text.ShouldContain(SignalTexts.OutsideDisagreed);
    }

    [Fact]
    public async Task What_is_about_the_desk_goes_to_oversight_at_once()
    {
        var visitor = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        visitor.Choose("Misstand").Fill("Waar gaat het over?", "Wegkijken").Fill("Wat zie je gebeuren?", "Er werd drie keer niets gedaan.").Choose(FieldTexts.AboutTheDesk);
        await visitor.Press(SignalTexts.ToCheck);
        visitor.Text.ShouldContain("Je signaal gaat naar toezicht (Dora Zuidplaatsvervanger).");
        await visitor.Press(SignalTexts.SendSignal);

        var reference = Reference.Parse(visitor.Location.AbsolutePath.Split('/')[2])!;
        (await portal.HolderOf(reference)).ShouldBe("TOEZICHT");
        (await portal.As(portal.Cast.ConfidentialAdviser).Sees($"/signalen/{reference}")).ShouldBeFalse();
        (await portal.As(Overseer).Sees($"/signalen/{reference}")).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_finds_or_picks_oversight_and_no_stand_in_comes_from_outside()
    {
        (await portal.Send(new Application.Organisations.FindUnits("toezicht", null, WithHelpTeams: true), portal.Cast.Reporter)).Items.ShouldNotContain(unit => unit.Name == "Commissie integriteit");
        await Should.ThrowAsync<BrokenRuleException>(() => portal.Raises(portal.Cast.Reporter, forUnit: Unit("TOEZICHT").Result));
        await portal.Send(
            new Application.Absences.ArrangeAbsence { Deputy = portal.Cast.Colleague, FirstDay = portal.Today, LastDay = portal.Today.AddDays(2), FormKey = Guid.NewGuid() }, Overseer);
        var reference = await portal.Raises(portal.Cast.ConfidentialAdviser, SignalKind.Wrongdoing);

        (await portal.HolderOf(reference)).ShouldBe("TOEZICHT");
        (await portal.As(portal.Cast.Colleague).Sees($"/signalen/{reference}")).ShouldBeFalse();
        (await portal.As(Overseer).Sees($"/signalen/{reference}")).ShouldBeTrue();
        await portal.Database.Scalar<int>("delete from absences; select 1");
    }

    [Fact]
    public async Task What_oversight_has_not_finished_keeps_oversight_and_nothing_lies_below_it()
    {
        await portal.Raises(portal.Cast.ConfidentialAdviser, SignalKind.Wrongdoing);

        ImportReport.Of(await portal.Refuses(Cast.UnitFile)).ShouldBe(
            ["units.csv: \"TOEZICHT\" heeft signalen die niet af zijn. Zet de regel er weer bij, of een ander onderdeel van de soort Oversight."]);
        (await portal.Refuses(WithOversight.With("ZUID,Team Zuid,team,Line,TOEZICHT,25,26"))).ShouldContain(error => error.Column == "parent");
    }

    [Fact]
    public async Task The_desk_and_oversight_are_in_no_figure_of_the_line()
    {
        var reference = await portal.Raises(portal.Cast.Reporter, SignalKind.Wrongdoing);
        await Silence();

        (await portal.Database.Scalar<long>($"select count(*) from insight_signals i join signals s on s.id = i.signal_id where s.reference = '{reference}'")).ShouldBe(0);
    }

    /// <summary>Every sentence about where it goes, and goes next, is the route that it takes.</summary>
    [Theory]
    [InlineData(SignalKind.Bottleneck, null, "Dit gaat naar het vertrouwensloket.", "Reageert daar niemand op tijd, dan gaat het vanzelf naar Raad van bestuur.", false)]
    [InlineData(SignalKind.Bottleneck, "AFDELING", "Dit gaat naar Afdeling Toekenning.", "Reageert daar niemand op tijd, dan gaat het vanzelf naar Directie Uitvoering.", true)]
    [InlineData(SignalKind.Wrongdoing, "AFDELING", "Dit gaat naar het vertrouwensloket.", "Reageert daar niemand op tijd, dan gaat het vanzelf naar toezicht.", false)]
    public async Task What_the_page_says_of_the_route_is_the_route(SignalKind kind, string? unit, string goesTo, string next, bool isLarge)
    {
        var reporter = portal.Nameless();

        await reporter.Send("/nieuw?handler=Check", Nameless.Form(unit is null ? null : await Unit(unit), kind));

        reporter.Text.ShouldContain(goesTo);
        reporter.Text.ShouldContain(next);
        reporter.Text.Contains(DisclosureTexts.LargeEnough, StringComparison.Ordinal).ShouldBe(isLarge);
    }

    private static string WithOversight => Cast.UnitFile.With("TOEZICHT,Commissie integriteit,toezicht,Oversight,BESTUUR,26,");

    private static AnswerSignal No => new()
    {
        Outcome = Outcome.NotAdopted,
        Explanation = "Wij zien het niet.",
        NotAdoptedReason = NotAdoptedReason.CannotBeEstablished,
        Fact = "Twee gesprekken.",
        WhatWouldChange = "Een getuige.",
    };

    private Task<Guid> Unit(string code) => portal.Database.Scalar<Guid>($"select id from units where code = '{code}' and organisation_id = (select organisation_id from people where id = '{portal.Cast.Reporter}')");

    private async Task Silence()
    {
        portal.Clock.AdvanceDays(25);
        await portal.LetTimePass();
    }
}

/// <summary>In an organisation that has none.</summary>
public sealed class WithoutOversightTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Without_oversight_the_reporter_reads_where_else_to_go_also_with_the_code_alone()
    {
        var anonymous = await portal.Nameless().Raises(Nameless.Form(kind: SignalKind.UndesirableBehaviour));
        await portal.LetTheLineSeeIt();
        await anonymous.Follows();
        anonymous.Text.ShouldNotContain(OversightTests.House);

        portal.Clock.AdvanceDays(25);
        await portal.LetTimePass();

        await anonymous.Follows();
        anonymous.Text.ShouldContain(OversightTests.House);
        anonymous.Text.ShouldContain("Binnen de organisatie is er niemand anders die dit signaal kan krijgen.");
        anonymous.Page.QuerySelector("#controle").ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_oversight_a_signal_about_the_desk_says_where_to_go()
    {
        var visitor = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        visitor.Choose("Misstand").Fill("Waar gaat het over?", "Wegkijken").Fill("Wat zie je gebeuren?", "Er werd drie keer niets gedaan.").Choose(FieldTexts.AboutTheDesk);

        await visitor.Press(SignalTexts.ToCheck);

        visitor.Text.ShouldContain(RuleTexts.NobodyInsideCanTakeIt);
        visitor.ValueOf("Waar gaat het over?").ShouldBe("Wegkijken");
    }
}
