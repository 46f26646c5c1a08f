using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using SignaalPortaal.Application.Chain;

namespace SignaalPortaal.Web.Tests.Chain;

public sealed class AnchorTests(ChainPortal portal) : IClassFixture<ChainPortal>
{
    [Fact]
    public async Task Each_day_has_its_anchor_also_when_nothing_changed()
    {
        var roots = await portal.Database.Scalar<string[]>("select array_agg(encode(root, 'hex') order by on_day) from anchors a where exists (select from signals s where s.organisation_id = a.organisation_id)");
        var heads = await portal.Database.Scalar<string>("select string_agg(format('%s %s', on_day, seq), ', ' order by on_day, seq) from anchor_heads");

        roots!.Distinct().Count().ShouldBe(3);
        heads.ShouldBe("2026-09-07 1, 2026-09-07 2, 2026-09-08 2, 2026-09-08 3, 2026-09-09 3");
    }

    [Fact]
    public async Task It_is_made_after_two_at_night_and_once_however_many_nodes_try()
    {
        var before = await Count();
        portal.Clock.AdvanceDays(1);
        var night = portal.Clock.GetUtcNow();
        portal.Clock.Advance(Domain.Deadlines.DutchTime.At(portal.Today, new TimeOnly(1, 59, 59)) - night);
        await portal.SendAsPortal(new MakeAnchors());
        (await Count()).ShouldBe(before);

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => portal.SendAsPortal(new MakeAnchors())));

        (await Count()).ShouldBe(before + await portal.Database.Scalar<long>("select count(*) from organisations"));
        (await portal.Verify()).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Everybody_can_keep_it_and_check_its_signature()
    {
        using var http = portal.CreateClient();
        var organisation = await portal.Database.Scalar<Guid>("select organisation_id from signals limit 1");

        using var anchor = JsonDocument.Parse(await http.GetStringAsync($"/ankers/{organisation}/2026-09-08.json"));
        using var before = JsonDocument.Parse(await http.GetStringAsync($"/ankers/{organisation}/2026-09-07.json"));
        using var key = ECDsa.Create();
        key.ImportFromPem(await http.GetStringAsync("/ankers/sleutel.pem"));

        anchor.RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(["organisation", "day", "nonce", "previous_root", "root", "signature"]);
        anchor.RootElement.GetProperty("previous_root").GetString().ShouldBe(before.RootElement.GetProperty("root").GetString());
        key.KeySize.ShouldBe(384);
        key.VerifyData(Bytes("root"), Bytes("signature"), HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();

        byte[] Bytes(string name) => Convert.FromHexString(anchor.RootElement.GetProperty(name).GetString()!);
    }

    [Theory]
    [InlineData("2026-09-06.json")]
    [InlineData("2026-9-7.json")]
    [InlineData("gisteren.json")]
    public async Task What_is_no_anchor_does_not_exist(string name)
    {
        using var http = portal.CreateClient();
        var organisation = await portal.Database.Scalar<Guid>("select organisation_id from signals limit 1");

        (await http.GetAsync($"/ankers/{organisation}/{name}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync($"/ankers/{Guid.NewGuid()}/2026-09-07.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<long> Count() => portal.Database.Scalar<long>("select count(*) from anchors");
}
