using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Logs;

namespace SignaalPortaal.Web.Tests.Released;

/// <summary>"I see this too": counted from five, once a day, and nobody's.</summary>
public sealed class EchoTests(LoggedPortal portal) : IClassFixture<LoggedPortal>
{
    private const string SeesIt = "Je hebt gezegd dat je dit ook ziet.";

    private Guid[] Five => [portal.Cast.Colleague, portal.Cast.ColleagueInTheSouth, portal.Cast.TeamLead, portal.Cast.Deputy, portal.Cast.Director];

    [Fact]
    public async Task Who_presses_twice_counts_once_can_take_it_back_and_leaves_no_trace_of_who()
    {
        const string Title = "Eén keer is genoeg";
        var released = await Release(Title);
        var visitor = await portal.As(portal.Cast.Colleague).Open(ReleaseSteps.Page);
        var before = await portal.Database.Contents();
        var lines = portal.Log.Lines.Count;

        await Press(visitor, Title, "See");
        visitor.TextWith(Title)!.ShouldContain(SeesIt);
        await portal.SeesToo(portal.Cast.Colleague, released);

        (await Marks(released)).Length.ShouldBe(1);
        var changed = (await portal.Database.Contents()).Split('\n').Except(before.Split('\n')).Select(line => line.Split(' ')[0]);
        changed.ShouldBe(["echoes"]);
        portal.Log.Lines.Skip(lines).ShouldNotContain(line => line.Contains("SeeItToo", StringComparison.Ordinal));
        (await portal.As(portal.Cast.Deputy).Open(ReleaseSteps.Page)).TextWith(Title)!.ShouldNotContain(SeesIt);

        await Press(visitor, Title, "TakeBack");
        visitor.TextWith(Title)!.ShouldNotContain(SeesIt);
        (await Marks(released)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_count_is_shown_from_five_the_day_after_and_rounded_down()
    {
        const string Title = "Vanaf vijf";
        var released = await Release(Title);
        foreach (var person in Five[..4])
        {
            await portal.SeesToo(person, released);
        }

        portal.Clock.AdvanceDays(1);
        (await Read(Title)).ShouldNotContain("Minstens");
        await portal.SeesToo(Five[4], released);
        (await Read(Title)).ShouldNotContain("Minstens");
        portal.Clock.AdvanceDays(1);
        (await Read(Title)).ShouldContain("Minstens 5 collega’s zien dit ook.");
        await portal.SeesToo(portal.Cast.Board, released);
        portal.Clock.AdvanceDays(1);

        foreach (var reader in new[] { portal.Cast.Reporter, portal.Cast.TeamLead, portal.Cast.HeadOfDepartment })
        {
            (await portal.As(reader).Open(ReleaseSteps.Page)).TextWith(Title)!.ShouldContain("Minstens 5 collega’s zien dit ook.");
        }
    }

    [Fact]
    public async Task Taking_back_shows_the_day_after_too()
    {
        const string Title = "Terug";
        var released = await Release(Title);
        foreach (var person in Five)
        {
            await portal.SeesToo(person, released);
        }

        portal.Clock.AdvanceDays(1);
        await portal.SeesToo(Five[0], released, sees: false);
        (await Read(Title)).ShouldContain("Minstens 5");
        (await portal.As(Five[0]).Open(ReleaseSteps.Page)).TextWith(Title)!.ShouldNotContain(SeesIt);

        portal.Clock.AdvanceDays(1);
        (await Read(Title)).ShouldNotContain("Minstens");
        await portal.SeesToo(Five[0], released);
        (await Marks(released)).Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_row_is_nobodys_without_the_key_and_no_two_rows_belong_together()
    {
        var (one, other) = (await Release("De ene"), await Release("De andere"));
        await portal.SeesToo(portal.Cast.Colleague, one);
        await portal.SeesToo(portal.Cast.Colleague, other);

        var (mark, otherMark) = ((await Marks(one)).Single(), (await Marks(other)).Single());

        mark.ShouldNotBe(otherMark);
        var about = new CanonicalEncoding("SP-echo-v2").Add("released", one).Add("person", portal.Cast.Colleague).ToBytes();
        mark.ShouldNotBe(SHA256.HashData(about));
        mark.ShouldNotBe(MarkUnder(RandomNumberGenerator.GetBytes(32), about));
        var wrapped = await portal.Database.Scalar<byte[]>(
            $"select wrapped from organisation_keys k join people p on p.organisation_id = k.organisation_id where p.id = '{portal.Cast.Colleague}'");
        mark.ShouldNotBe(MarkUnder(wrapped!, about));

        // With the key of the portal, which is not in the database, it is found: so it is made of this person, this text and that key.
        using var certificate = TestKeys.Keys.Certificate.GetRSAPrivateKey()!;
        mark.ShouldBe(MarkUnder(certificate.Decrypt(wrapped!, RSAEncryptionPadding.OaepSHA256), about));
    }

    [Fact]
    public async Task A_row_holds_no_time_and_its_day_goes_with_the_next_press()
    {
        var released = await Release("Zonder tijd");
        await portal.SeesToo(Five[0], released);
        portal.Clock.AdvanceDays(1);

        await portal.SeesToo(Five[1], released);

        (await portal.Database.Scalar<long>($"select count(*) from echoes where released_id = '{released}' and counts_from is null")).ShouldBe(1);
        (await portal.Database.Scalar<string[]>(
            "select array_agg(column_name::text order by column_name) from information_schema.columns where table_name = 'echoes'"))
            .ShouldBe(["counts_from", "counts_until", "mark", "organisation_id", "released_id"]);
    }

    [Fact]
    public async Task Reading_and_pressing_is_no_reading_of_the_signal()
    {
        var reference = await portal.HasReleased("Geen lezing", ReleaseSteps.No);
        var before = await Readings(reference);

        await portal.As(portal.Cast.HeadOfDepartment).Open(ReleaseSteps.Page);
        await portal.SeesToo(portal.Cast.HeadOfDepartment, await portal.ReleasedId(reference));

        (await Readings(reference)).ShouldBe(before);
    }

    [Fact]
    public async Task When_the_yes_is_taken_back_the_marks_go_with_it()
    {
        var reference = await portal.HasReleased("Weg ermee", ReleaseSteps.No);
        var released = await portal.ReleasedId(reference);
        await portal.SeesToo(Five[0], released);

        await portal.Does(portal.Cast.Reporter, reference, new Application.Signals.TakeBackRelease());

        (await Marks(released)).ShouldBeEmpty();
        await Should.ThrowAsync<Application.Signals.SignalNotFoundException>(() => portal.SeesToo(Five[1], released));
    }

    private async Task<Guid> Release(string title) => await portal.ReleasedId(await portal.HasReleased(title, ReleaseSteps.No));

    private async Task<string> Read(string title) => (await portal.As(portal.Cast.HumanResources).Open(ReleaseSteps.Page)).TextWith(title)!;

    private static async Task Press(Visitor visitor, string title, string handler)
    {
        var form = visitor.Page.QuerySelectorAll("article").Single(article => article.QuerySelector("h3")!.TextContent == title).QuerySelector("form")!;
        form.GetAttribute("action")!.ShouldContain($"handler={handler}");
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!)));
        await visitor.Show(await visitor.Http.PostAsync(form.GetAttribute("action"), content));
    }

    private static byte[] MarkUnder(byte[] organisationKey, byte[] about) =>
        HMACSHA256.HashData(HKDF.Expand(HashAlgorithmName.SHA256, organisationKey, outputLength: 32, "SP1 echo"u8.ToArray()), about);

    private async Task<byte[][]> Marks(Guid released) =>
        await portal.Database.Scalar<byte[][]>($"select coalesce(array_agg(mark), array[]::bytea[]) from echoes where released_id = '{released}'") ?? [];

    private Task<long> Readings(string reference) =>
        portal.Database.Scalar<long>($"select count(*) from readings r join signals s on s.id = r.signal_id where reference = '{reference}'");
}
