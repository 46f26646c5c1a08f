using System.Net;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>Somebody who raised a signal without a name stands behind it after all.</summary>
public sealed class MakeKnownTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task From_then_on_the_signal_is_that_of_somebody_with_a_name()
    {
        var nameless = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await portal.LetTheLineSeeIt();
        var address = Nameless.AddressOf(nameless.Reference);
        var manager = await portal.As(portal.Cast.HeadOfDepartment).Open(address);
        manager.Text.ShouldNotContain("Rosa Melder");

        var reporter = await portal.As(portal.Cast.Reporter).Open("/bekend-maken");
        await reporter.Fill("Volgcode", nameless.Code.ToLowerInvariant()).Press(AnonymousTexts.MakeKnownButton);

        reporter.ShouldBeBackAt(address);
        reporter.Text.ShouldContain(Nameless.Words);
        (await manager.Open(address)).Text.ShouldContain("Rosa Melder");
        (await portal.As(portal.Cast.HeadOfDepartment).Open("/berichten")).Text.ShouldContain(MessageKind.MadeKnown.Text);
        (await reporter.Open("/mijn-signalen")).Text.ShouldContain(Nameless.Subject);
        (await nameless.Follows()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.Database.Scalar<long>($"select count(*) from receipts r join signals s on s.id = r.signal_id where reference = '{nameless.Reference}'")).ShouldBe(0);

        // What was done before stays without a name.
        (await portal.Database.Scalar<long>(
            $"select count(*) from timeline_entries e join signals s on s.id = e.signal_id where reference = '{nameless.Reference}' and seq = 1 and actor_id is null")).ShouldBe(1);
        await portal.Does(portal.Cast.Reporter, nameless.Reference, new AddFacts { Facts = "Met mijn naam." });
    }

    [Fact]
    public async Task A_code_that_is_not_known_makes_nobody_known()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/bekend-maken");

        await reporter.Fill("Volgcode", "geen code").Press(AnonymousTexts.MakeKnownButton);

        reporter.ShouldBeAskedFor("Input_Code");
        reporter.Text.ShouldContain(ErrorTexts.CodeNotKnown);
    }

    [Fact]
    public async Task Of_two_who_have_the_code_the_first_is_the_reporter()
    {
        var nameless = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await portal.Send(new MakeKnown { Code = nameless.Code }, portal.Cast.Reporter);

        await Should.ThrowAsync<UnknownCodeException>(() => portal.Send(new MakeKnown { Code = nameless.Code }, portal.Cast.Colleague));

        (await portal.As(portal.Cast.Colleague).Sees(Nameless.AddressOf(nameless.Reference))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_form_sent_twice_leads_to_the_same_signal()
    {
        var nameless = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        var form = new MakeKnown { Code = nameless.Code, FormKey = Guid.NewGuid() };

        (await portal.Send(form, portal.Cast.Reporter)).ShouldBe(nameless.Reference);
        (await portal.Send(form, portal.Cast.Reporter)).ShouldBe(nameless.Reference);
    }

    [Fact]
    public async Task The_code_of_one_organisation_makes_nobody_of_another_known()
    {
        var nameless = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));

        await Should.ThrowAsync<UnknownCodeException>(() => portal.Send(new MakeKnown { Code = nameless.Code }, portal.Cast.Stranger));
    }

    [Fact]
    public async Task While_the_line_does_not_see_it_yet_it_does_not_hear_who_it_is_from_either()
    {
        var nameless = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await portal.Send(new MakeKnown { Code = nameless.Code }, portal.Cast.Reporter);

        (await portal.As(portal.Cast.HeadOfDepartment).Sees(Nameless.AddressOf(nameless.Reference))).ShouldBeFalse();
        (await portal.As(portal.Cast.Reporter).Sees(Nameless.AddressOf(nameless.Reference))).ShouldBeTrue();

        await portal.LetTheLineSeeIt();
        (await portal.As(portal.Cast.HeadOfDepartment).Open(Nameless.AddressOf(nameless.Reference))).Text.ShouldContain("Rosa Melder");
    }

    /// <summary>Nobody handles a signal of their own: it goes where it would have gone with the name.</summary>
    [Fact]
    public async Task A_manager_whose_unit_holds_it_does_not_handle_it_any_more()
    {
        var nameless = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await portal.LetTheLineSeeIt();
        await portal.Send(new MakeKnown { Code = nameless.Code }, portal.Cast.HeadOfDepartment);
        var address = Nameless.AddressOf(nameless.Reference);

        var manager = await portal.As(portal.Cast.HeadOfDepartment).Open(address);
        manager.Text.ShouldContain(Nameless.Words);
        manager.Offers("Geef antwoord").ShouldBeFalse();
        (await manager.Open("/werkvoorraad?staat=alle")).Page.QuerySelectorAll($"main a[href='{address}']").ShouldBeEmpty();
        await Should.ThrowAsync<BrokenRuleException>(() => portal.Does(portal.Cast.HeadOfDepartment, nameless.Reference, new AskReporter { Question = "Welke?" }));

        (await portal.Database.Scalar<Guid>($"select held_by_unit_id from signals where reference = '{nameless.Reference}'")).ShouldBe(portal.Cast.Units["DIRECTIE"]);
    }
}
