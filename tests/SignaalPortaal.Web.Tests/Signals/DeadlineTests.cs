using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class DeadlineTests(Portal portal) : IClassFixture<Portal>
{
    /// <summary>Monday 7 September; four working days for everybody, three for who is closed on Wednesday.</summary>
    [Fact]
    public async Task A_day_is_near_by_the_calendar_of_the_organisation()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.TeamLead, reference, new AcknowledgeSignal { ExpectedOn = new DateOnly(2026, 9, 11), Line = "Wij kijken ernaar." });
        (await IsNear()).ShouldBeFalse();

        await portal.Database.Scalar<int>("insert into closed_days (organisation_id, day, name) select id, '2026-09-09', 'Gesloten' from organisations");

        (await IsNear()).ShouldBeTrue();

        async Task<bool> IsNear()
        {
            var page = await portal.As(portal.Cast.Reporter).Open($"/signalen/{Reference.Show(reference)}");
            page.Page.QuerySelector(".sp-deadline").ShouldNotBeNull();
            return page.Page.QuerySelector(".sp-deadline--soon") is not null;
        }
    }
}
