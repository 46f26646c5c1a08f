using System.Net;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>Who can write in the database cannot put other words in somebody's mouth.</summary>
public sealed class ChangedWordsTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("update signal_contents set sealed = overlay(sealed placing (case when substr(sealed, 30, 1) = 'A' then 'B' else 'A' end) from 30 for 1) where signal_id = '{0}'")]
    [InlineData("update signal_contents set sealed = left(sealed, 20) where signal_id = '{0}'")]
    [InlineData("update signal_contents set sealed = 'geen base64!' where signal_id = '{0}'")]
    [InlineData("update signal_contents set sealed = (select sealed from signal_contents where signal_id = '{1}') where signal_id = '{0}'")]
    [InlineData("update timeline_words set sealed = (select sealed from timeline_words where signal_id = '{1}') where signal_id = '{0}'")]
    [InlineData("update signal_keys set wrapped = (select wrapped from signal_keys where signal_id = '{1}') where signal_id = '{0}'")]
    [InlineData("delete from signal_keys where signal_id = '{0}'")]
    public async Task What_was_changed_or_moved_to_another_signal_is_not_shown(string change)
    {
        var (one, other) = (await WithFacts(), await WithFacts());
        string[] tables = ["signal_contents", "timeline_words", "signal_keys"];
        var off = string.Concat(tables.Select(table => $"alter table {table} disable trigger user; "));
        await portal.Database.Scalar<int>($"begin; {off}{string.Format(change, await IdOf(one), await IdOf(other))}; commit");

        await one.Follows();

        one.Status.ShouldBe(HttpStatusCode.InternalServerError);
        one.Text.ShouldNotContain(Nameless.Words);
        (await other.Follows()).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<Nameless> WithFacts()
    {
        var reporter = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await reporter.Follows();
        return await reporter.Does("Facts", new() { ["Input.Facts"] = "Een feit." });
    }

    private Task<Guid> IdOf(Nameless reporter) => portal.Database.Scalar<Guid>($"select id from signals where reference = '{reporter.Reference}'");
}
