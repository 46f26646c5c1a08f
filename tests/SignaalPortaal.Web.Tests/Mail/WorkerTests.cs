using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>Mail goes by itself, when there is a way for it to go.</summary>
public sealed class WorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_portal_sends_by_itself_and_stops_when_it_is_told_to()
    {
        await using var portal = new WorkingPortal();
        await portal.InitializeAsync();
        (portal.MailServer.Mode, portal.MailServer.Delay) = (SmtpMode.Slow, TimeSpan.FromMilliseconds(50));
        await portal.HasMails(30);
        using var timeout = new CancellationTokenSource(Patience);
        while (portal.MailServer.Mails.Count == 0)
        {
            await Task.Delay(20, timeout.Token);
        }

        await portal.Services.GetServices<IHostedService>().OfType<MailWorker>().Single().StopAsync(timeout.Token);

        var sent = await portal.OfTheMail<long>("count(*) filter (where state = 'Sent')");
        sent.ShouldBe(portal.MailServer.Mails.Count);
        sent.ShouldBeLessThan(30);
        (await portal.OfTheMail<long>("count(*) filter (where leased_until is not null)")).ShouldBe(0);
        portal.MailServer.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_mail_server_nobody_looks_for_mail()
    {
        await using var portal = new Portal();
        await portal.InitializeAsync();

        portal.Services.GetServices<IHostedService>().OfType<MailWorker>().ShouldBeEmpty();
        (await portal.Send(new GetDelivery(), portal.Cast.Administrator)).IsOn.ShouldBeFalse();
    }

    private sealed class WorkingPortal : MailPortal
    {
        protected override bool Runs(Type worker) => worker == typeof(MailWorker);
    }
}
