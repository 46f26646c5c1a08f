using System.Net;
using SignaalPortaal.Application.Voice;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Voice;

public static class VoiceSteps
{
    public const string Inbox = "/namens-een-melder";

    extension(Portal portal)
    {
        public Task Entrusts(
            Guid reporter, string reference, Spokesperson to = Spokesperson.Union, string? otherWords = null, int days = 30, bool withOutcome = false, bool withName = false) =>
            portal.Does(reporter, reference, new EntrustSignal
            {
                Spokesperson = to,
                EntrustedText = otherWords is null ? EntrustedText.AsWritten : EntrustedText.Other,
                EntrustedWords = otherWords,
                EntrustedUntil = portal.Today.AddDays(days),
                WithOutcome = withOutcome,
                WithName = withName,
            });

        /// <summary>Where the union or the works council reads what was given last of this signal.</summary>
        public async Task<string> GivenAddress(string reference, Spokesperson to = Spokesperson.Union) =>
            $"{VoiceSteps.Inbox}/{await portal.Database.Scalar<Guid>($"""
                select e.id from entrustments e join signals s on s.id = e.signal_id
                where s.reference = '{reference}' and e.spokesperson = '{to}' order by e.ended_on nulls first limit 1
                """)}";

        /// <summary>This person gets a role besides the others.</summary>
        public Task Becomes(Guid person, Roles role) => portal.Database.Scalar<int>($"update people set roles = roles | {(int)role} where id = '{person}'");

        public async Task OpensWhatWasGiven(Guid person)
        {
            var visitor = await portal.As(person).Open(VoiceSteps.Inbox);
            foreach (var link in visitor.Page.QuerySelectorAll("main li h2 a").Select(link => link.GetAttribute("href")!).ToList())
            {
                (await visitor.Open(link)).Status.ShouldBe(HttpStatusCode.OK);
            }
        }
    }
}
