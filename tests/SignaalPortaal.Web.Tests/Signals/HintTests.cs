using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Hints;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Hints;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class HintTests(Portal portal) : IClassFixture<Portal>
{
    private const string Title = "Hierin staan namen of nummers";

    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task Names_and_numbers_are_pointed_out_on_the_page_that_was_there_already_with_some_words_around_them()
    {
        await Check("Carel zei dat Zeger Zuidleider belt op 06-12345678.\nIk, Rosa, ook.");

        _reporter.Text.ShouldContain(Title);
        _reporter.Page.QuerySelectorAll("main mark").Select(mark => mark.TextContent).ShouldBe(["Carel", "Zeger Zuidleider", "06-12345678", "Rosa"], ignoreOrder: true);
        var hints = _reporter.Page.QuerySelectorAll("main li:has(mark)").Select(Visible).ToList();
        hints.ShouldContain("Carel zei dat Zeger Zuidleider belt op 06-12345678. Naam van iemand · Wat zie je gebeuren?");
        hints.ShouldContain("Ik, Rosa, ook. Je eigen naam · Wat zie je gebeuren?");
        _reporter.Offers("Verstuur je signaal").ShouldBeTrue();
        _reporter.Offers("Aanpassen").ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_sent_is_what_was_typed_byte_for_byte()
    {
        const string typed = "  Carel   zei: “bel 06-12345678”.\n\n<b>J. Zuidleider</b> & mevr. Çelik — 111222333  ";
        await Check(typed);

        await _reporter.Press("Verstuur je signaal");

        (await portal.Database.Scalar<string>("select words from signal_contents where words like '%Zuidleider</b>%'")).ShouldBe(typed);
    }

    [Fact]
    public async Task Nothing_is_said_when_nothing_was_found()
    {
        await Check("Burgers bellen ons elke dag over deze brief.");

        _reporter.Text.ShouldNotContain(Title);
        _reporter.Page.QuerySelector("main mark").ShouldBeNull();
    }

    [Fact]
    public async Task The_names_of_another_organisation_are_unknown_here()
    {
        const string words = "Ik vroeg het aan Ander en aan Olga Zuidleider.";
        await Check(words);
        var here = _reporter.Page.QuerySelectorAll("main mark").Select(mark => mark.TextContent).ToList();

        var there = await FoundFor(portal.Cast.Stranger, words);

        here.ShouldNotContain(word => word == "Ander");
        there.ShouldContain(hint => hint.Word == "Ander" && hint.Kind == IdentifyingKind.OwnName);
        there.ShouldNotContain(hint => hint.Word == "Zuidleider");
    }

    [Fact]
    public async Task Of_a_colleague_nothing_is_shown_but_what_was_typed()
    {
        await Check("Ik vroeg het aan Dirk.");

        _reporter.Text.ShouldNotContain("Directieplaatsvervanger");
        _reporter.Text.ShouldNotContain("adviseur");
        _reporter.Text.ShouldNotContain("Directie Uitvoering");
    }

    [Fact]
    public async Task A_name_that_stands_there_often_is_shown_once_and_a_long_list_ends()
    {
        await Check("Carel belde. Daarna belde Carel weer. " + string.Concat(Enumerable.Range(10, 30).Select(number => $"Bel 06-123456{number}. ")));

        _reporter.Text.ShouldContain("Naam van iemand, staat er 2 keer");
        _reporter.Page.QuerySelectorAll("main mark").Length.ShouldBe(20);
        _reporter.Text.ShouldContain("En nog 11 andere.");
    }

    [Fact]
    public async Task Who_raises_a_signal_with_a_name_does_not_hear_what_would_tell_it()
    {
        await Check("Als enige adviseur van Team Noord zag ik op 14 april dat het misging.");

        _reporter.Text.ShouldNotContain(Title);
        (await FoundFor(portal.Cast.Reporter, "Als enige adviseur van Team Noord zag ik op 14 april dat het misging.")).Select(hint => hint.Kind)
            .ShouldBe([IdentifyingKind.RareFact, IdentifyingKind.JobTitle, IdentifyingKind.Unit, IdentifyingKind.Day]);
    }

    [Fact]
    public async Task Who_has_left_is_in_the_register_no_more()
    {
        await portal.Database.Scalar<int>("update people set left_on = '2026-01-01' where number = '16'");

        (await FoundFor(portal.Cast.Reporter, "Dat was van Leo.")).ShouldNotContain(hint => hint.Kind == IdentifyingKind.Colleague);
    }

    [Fact]
    public async Task The_register_costs_three_statements_however_much_was_typed()
    {
        using var counter = new StatementCounter(portal.Database);
        await using var scope = await portal.ScopeOf(portal.Cast.Reporter);
        var toComeIn = counter.Statements.Count;

        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new FindIdentifyingWords([.. Enumerable.Repeat(new TypedText(nameof(SubmitSignal.OwnWords), "Carel en Zeger Zuidleider. 06-12345678"), 9)]));

        toComeIn.ShouldBePositive();
        (counter.Statements.Count - toComeIn).ShouldBe(3);
    }

    private Task<IReadOnlyList<Hint>> FoundFor(Guid person, string words) =>
        portal.Send(new FindIdentifyingWords([new TypedText(nameof(SubmitSignal.OwnWords), words)]), person);

    private async Task Check(string words)
    {
        await _reporter.Open("/signalen/nieuw");
        await _reporter.Choose("Knelpunt").Fill("Waar gaat het over?", "Een brief").Fill("Wat zie je gebeuren?", words).Press("Verder naar controleren");
    }

    private static string Visible(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
