using SignaalPortaal.Fault.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Fault.Tests;

/// <summary>Whatever becomes of the mail server and of the nodes, each message is delivered, and none twice but the one in flight.</summary>
[Trait("Category", "Faults")]
public sealed class MailFaultTests : IAsyncLifetime, IAsyncDisposable
{
    private const int Due = 100;
    private const int Mails = Due * DueSignals.MessagesEach;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Portal _portal = new();
    private readonly SmtpServer _server = new();

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        await _portal.MakeDueSignals(Due);
        await _portal.Database.Scalar<int>("update people set mail = number || '@dienst.example'");

        // Whoever is mailed at night or in the weekend, here everybody is: what cannot wait does not.
        await _portal.Database.Scalar<int>("update signals set risk = 'StopNow'");
        await _portal.Database.Scalar<int>($"delete from mandates where kind = 'Deputy'");
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_is_down_gets_everything_when_it_is_back()
    {
        _server.Mode = SmtpMode.Down;
        await using var node = StartNode();
        await DueSignals.WaitUntil(async () => await Tried() >= 20, Patience, () => node.Output);

        _server.Mode = SmtpMode.Accept;

        await AllDelivered(node);
        Twice().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_refuses_for_now_and_one_that_is_slow_get_everything_in_the_end()
    {
        _server.Mode = SmtpMode.RefuseForNow;
        await using var node = StartNode();
        await DueSignals.WaitUntil(async () => await Tried() >= 20, Patience, () => node.Output);

        (_server.Delay, _server.Mode) = (TimeSpan.FromMilliseconds(50), SmtpMode.Slow);
        await DueSignals.WaitUntil(() => Task.FromResult(_server.Mails.Count >= 20), Patience, () => node.Output);
        _server.Mode = SmtpMode.Accept;

        await AllDelivered(node);
        Twice().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_server_will_never_take_is_kept_for_the_administrator()
    {
        _server.Mode = SmtpMode.RefuseRecipient;
        await using var node = StartNode();

        await DueSignals.WaitUntil(async () => await Count("state = 'Refused'") == Mails, Patience, () => node.Output);

        _server.Mails.ShouldBeEmpty();
        (await Count("problem like '550%'")).ShouldBe(Mails);
    }

    [Fact]
    public async Task A_server_that_breaks_off_after_accepting_gets_the_same_mail_again_under_the_same_name()
    {
        _server.Mode = SmtpMode.BreakOffAfterAccepting;
        await using var node = StartNode();
        await DueSignals.WaitUntil(() => Task.FromResult(_server.Mails.Count >= 12), Patience, () => node.Output);

        _server.Mode = SmtpMode.Accept;

        await AllDelivered(node);
        _server.Mails.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(Mails);
    }

    [Fact]
    public async Task A_node_that_is_killed_while_it_sends_loses_nothing_and_repeats_only_what_was_in_flight()
    {
        const int Kills = 6;
        (_server.Delay, _server.Mode) = (TimeSpan.FromMilliseconds(5), SmtpMode.Slow);
        var random = new Random(20261121);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var node = StartNode();
            var before = _server.Mails.Count;
            await DueSignals.WaitUntil(() => Task.FromResult(_server.Mails.Count > before + random.Next(8)), Patience, () => node.Output);
            await node.Kill();

            // As if the lease of what it was sending had run out: a minute is long for a test.
            await _portal.Database.Scalar<int>("update mails set leased_until = now() - interval '1 second' where state = 'Waiting' and leased_until is not null");
        }

        _server.Mode = SmtpMode.Accept;
        await using var last = StartNode();
        await AllDelivered(last);
        Twice().Count.ShouldBeLessThanOrEqualTo(Kills * MostInFlight);
        _server.Mails.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(Mails);
    }

    [Fact]
    public async Task Three_nodes_send_each_mail_once()
    {
        await using var one = StartNode();
        await using var two = StartNode();
        await using var three = StartNode();

        await AllDelivered(one);

        _server.Mails.Count.ShouldBe(Mails);
        Twice().ShouldBeEmpty();
    }

    /// <summary>How many mails a node sends at the same moment.</summary>
    private const int MostInFlight = 4;

    private Node StartNode() => Node.Start(
        _portal.Database.ConnectionString,
        ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{_server.Port}"), ("Mail__From", "portaal@dienst.example"), ("Mail__RetryAfter", "00:00:01"));

    private Task AllDelivered(Node node) => DueSignals.WaitUntil(
        async () => await Count("state = 'Sent'") == Mails && _server.Mails.Select(mail => mail.MessageId).Distinct().Count() == Mails, Patience, () => node.Output);

    private List<string> Twice() => [.. _server.Mails.GroupBy(mail => mail.MessageId).Where(group => group.Count() > 1).Select(group => group.Key)];

    private Task<long> Tried() => Count("attempts > 0");

    private Task<long> Count(string which) => _portal.Database.Scalar<long>($"select count(*) from mails where {which}");
}
