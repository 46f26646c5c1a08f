using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Retention;

internal static class RetentionSteps
{
    /// <summary>In all that anybody writes, so that one look finds what is left of it.</summary>
    public const string Canary = "kanarie";

    /// <summary>Six years: longer than any default.</summary>
    public const int LongAfter = 6 * 366;

    /// <summary>For a test that needs one of its own: what is due is due for all of an organisation together.</summary>
    public static Portal APortal() => new();

    /// <summary>A signal to which all sorts of people wrote something, closed by its reporter.</summary>
    public static async Task<string> HasAClosedSignal(this Portal portal, Guid reporter, Guid holder, SignalKind kind = SignalKind.Bottleneck)
    {
        var reference = (await portal.Send(
            new SubmitSignal { Kind = kind, Subject = "Brief kanarie", OwnWords = "Deze kanarie zingt.", Workaround = "Een kanarie bellen." }, reporter)).Reference;
        await portal.Does(holder, reference, new AskReporter { Question = "Welke kanarie?" });
        await portal.Does(reporter, reference, new ReplyToQuestion { ReplyText = "De gele kanarie." });
        await portal.Does(holder, reference, new AssessSignal { Reading = "Wij zien ook een kanarie.", Risk = RiskLevel.High });
        await portal.Does(holder, reference, new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "De kanarie is er al.", Where = "In de kanarie." });
        await portal.Does(reporter, reference, new GiveVerdict { Verdict = Verdict.NotUnderstood, VerdictText = "Waar is de kanarie?" });
        await portal.Does(holder, reference, new ClarifyAnswer { ClearerWords = "In de kanarie op zaal." });
        await portal.Does(reporter, reference, new GiveVerdict { Verdict = Verdict.Understood, VerdictText = "Dank, kanarie." });
        return reference;
    }

    public static Task<string> HasAClosedSignal(this Portal portal) => portal.HasAClosedSignal(portal.Cast.Reporter, portal.Cast.TeamLead);

    /// <summary>The code with which its reporter comes back.</summary>
    public static async Task<string> RaisesAnonymously(this Portal portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(new LoadAnonymous("testdienst", ReceiptOf: null));
        var key = ReceiptCode.NewKey();
        return (await mediator.Send(new SubmitSignal
        {
            Disclosure = Disclosure.Anonymous,
            Kind = SignalKind.Wrongdoing,
            Subject = "Een kanarie",
            OwnWords = "Een kanarie zonder naam.",
            ReceiptKey = key,
        })).ReceiptCode!;
    }

    /// <summary>The administrator proposes, the adviser approves.</summary>
    public static async Task HasAnApprovedList(this Portal portal)
    {
        await portal.Send(new ProposeDestruction(), portal.Cast.Administrator);
        await portal.Send(new DecideDestruction { List = await portal.ProposedList(), Approve = true }, portal.Cast.ConfidentialAdviser);
    }

    public static Task Destroys(this Portal portal) => portal.SendAsPortal(new DestroyApproved());

    public static Task<Guid> ProposedList(this Portal portal) => portal.Database.Scalar<Guid>("select id from destruction_lists where state = 'Proposed'");

    public static Task<long> WordsOf(this Portal portal, string reference) => portal.Database.Scalar<long>($"""
        select (select count(*) from timeline_words w where w.signal_id = s.id) + (select count(*) from signal_contents c where c.signal_id = s.id)
        from signals s where reference = '{reference}'
        """);

    /// <summary>The tables in which a text still stands, also inside what is kept as bytes.</summary>
    public static async Task<string?> TablesWith(this Portal portal, string text)
    {
        var tables = await portal.Database.Scalar<string[]>("select array_agg(tablename::text) from pg_tables where schemaname = 'public'");
        var hex = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text));
        var looks = tables!.Select(table => $"""select '{table}' as name where exists (select from "{table}" r where r::text ilike '%{text}%' or r::text like '%{hex}%')""");
        return await portal.Database.Scalar<string>($"select string_agg(name, ', ') from ({string.Join(" union all ", looks)}) found");
    }

    public static Task<ChainReport> Verify(this Portal portal) =>
        ChainVerifier.Verify(new ChainDatabase(portal.Database.ConnectionString).Read(), [], TestKeys.Keys.Anchor);
}
