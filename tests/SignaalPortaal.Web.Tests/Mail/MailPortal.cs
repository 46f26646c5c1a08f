using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Logs;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>A portal that mails, in which everybody has an address. Nothing goes by itself: a test says when.</summary>
public class MailPortal : Portal
{
    public const string Domain = "dienst.test";

    public SmtpServer MailServer { get; } = new();

    public LogLines Log { get; } = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Scalar<int>($"update people set mail = 'p' || number || '@{Domain}'");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await MailServer.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>As if nothing had been told yet, on a Monday in September at ten.</summary>
    public async Task StartAgain()
    {
        MailServer.Mode = SmtpMode.Accept;
        MailServer.Forget();
        ItIs("2026-09-07 10:00");
        await Database.Scalar<int>($"""
            delete from mails; delete from messages; delete from mail_choices; delete from closed_days;
            update signals set status = 'Closed', closed_because = 'Understood', due_on = null, next_step_on = null where status <> 'Closed';
            update people set mail = 'p' || number || '@{Domain}', left_on = null
            """);
    }

    /// <summary>Sets the clock.</summary>
    /// <param name="dutch">As on a Dutch clock: a day and a time.</param>
    public void ItIs(string dutch)
    {
        var moment = DateTime.Parse(dutch);
        Clock.Advance(DutchTime.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment)) - Clock.GetUtcNow());
    }

    /// <summary>What a node does with mail in one round; how many it claimed.</summary>
    public Task<int> SendsMail(TimeSpan? limit = null) => SendAsPortal(limit is null ? new SendMails() : new SendMails { Limit = limit.Value });

    public async Task<int> SendsMail(CancellationToken stopping)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SendMails(), stopping);
    }

    public Task MakesDigests() => SendAsPortal(new MakeDigests());

    /// <summary>How many mails are claimed by a node that does nothing with them.</summary>
    public async Task<int> ClaimsMail(int most)
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PortalDb>().ClaimMails(most, SendMails.Lease, scope.ServiceProvider.GetRequiredService<Chores>(), CancellationToken.None)).Count;
    }

    /// <summary>The leases of all mails end.</summary>
    public Task EndLeases() => Database.Scalar<int>("update mails set leased_until = clock_timestamp() - interval '1 second' where leased_until is not null");

    /// <summary>Lets a day of every signal pass.</summary>
    public async Task LetsTimePass()
    {
        foreach (var organisation in await SendAsPortal(new GetOrganisationsWithWork()))
        {
            await SendAsPortal(new PassTime(organisation, Most: 100, Except: []));
        }
    }

    /// <summary>The team lead has so many messages, each with a mail that can go.</summary>
    public async Task HasMails(int count)
    {
        var signal = await this.Raises(Cast.Reporter);
        await Database.Scalar<int>($"""
            delete from mails; delete from messages;
            insert into messages (organisation_id, id, person_id, signal_id, seq, kind, on_day, mail)
            select s.organisation_id, gen_random_uuid(), '{Cast.TeamLead}', s.id, n, 'FactsAdded', '{Today:yyyy-MM-dd}', 'AtOnce'
            from signals s, generate_series(1, {count}) n where s.reference = '{signal}';
            insert into mails (organisation_id, id, person_id, message_id, is_urgent, send_after, state)
            select organisation_id, gen_random_uuid(), person_id, id, false, '{Clock.GetUtcNow():O}', 'Waiting' from messages
            """);
    }

    /// <summary>For each mail its state; in order of that.</summary>
    public async Task<string> States() =>
        await Database.Scalar<string>("select string_agg(state, ' ' order by state) from mails") ?? "";

    public Task<T?> OfTheMail<T>(string column) => Database.Scalar<T>($"select {column} from mails");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", $"{MailServer.Port}");
        builder.UseSetting("Mail:From", $"SignaalPortaal <portaal@{Domain}>");
        builder.UseSetting("Mail:Portal", "https://portaal.test/");
        builder.ConfigureLogging(logging => logging.AddFilter("Microsoft", LogLevel.Warning));
        builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(Log));
    }
}

/// <summary>Each test starts with nothing told and a mail server that accepts.</summary>
public abstract class MailTest(MailPortal portal) : IClassFixture<MailPortal>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.StartAgain();

    public Task DisposeAsync() => Task.CompletedTask;
}
