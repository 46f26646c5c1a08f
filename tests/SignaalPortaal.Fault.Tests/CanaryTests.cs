using System.Net;
using System.Text;
using SignaalPortaal.Fault.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Fault.Tests;

/// <summary>
/// Words that people type, in every field and every part of a request, and then a look into everything that a node, a database and a mail server keep.
/// A word that may be somewhere must be found there: so it is known that the look finds what is there.
/// </summary>
[Trait("Category", "Faults")]
public sealed class CanaryTests : IAsyncLifetime, IAsyncDisposable
{
    private const Places Everywhere = Places.Database | Places.DatabaseLog | Places.NodeLog | Places.NodeFiles | Places.Mail;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Portal _portal = new();
    private readonly SmtpServer _server = new();
    private readonly string _temporary = Directory.CreateTempSubdirectory("signaalportaal-canaries-").FullName;
    private readonly DateTime _begin = DateTime.UtcNow;
    private readonly List<Canary> _canaries = [];

    private string Browser => field ??= Make("User-Agent");

    private string SentFrom => field ??= Make("X-Forwarded-For");

    private string CameFrom => field ??= Make("Referer");

    public Task InitializeAsync() => _portal.InitializeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_temporary, recursive: true);
    }

    [Fact]
    public async Task What_people_write_turns_up_nowhere_but_where_it_belongs()
    {
        await _portal.HasKey(_portal.Cast.ConfidentialAdviser);
        await using var cluster = await PostgresCluster.With(_portal.Database.ConnectionString);
        await using var database = TestDatabase.At(cluster.ConnectionString);
        await using var node = Node.Start(
            cluster.ConnectionString,
            ("ASPNETCORE_ENVIRONMENT", "Demo"), ("DemoSignIn", "true"), ("Disclosure__ShowsAtOnce", "false"), ("TMPDIR", _temporary), ("DOTNET_EnableDiagnostics", "0"),
            ("Serilog__MinimumLevel__Default", "Information"), ("Serilog__MinimumLevel__Override__Microsoft", "Information"),
            ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{_server.Port}"), ("Mail__From", "portaal@testdienst.example"));
        var address = await node.Address(Patience);

        await RaiseWithAName(address);
        var desk = await RaiseAtTheDesk(address);
        await RaiseConfidentially(address);
        var organisation = await database.Scalar<string>($"select address from organisations where name = '{Cast.OrganisationName}'");
        await RaiseAnonymously(address, organisation!);
        await LetItsMomentCome(database);
        await AskWhatIsNotThere(address);
        await MailEverything(database);
        await Break(database, address, organisation!);
        await database.Scalar<int>("checkpoint");
        await node.Stop();

        Keep("reference of a signal at the desk, as on the page", desk, Places.Nowhere);
        Keep("reference of a signal at the desk", desk.Replace("-", "", StringComparison.Ordinal), Places.Database);
        _canaries.Count.ShouldBeGreaterThanOrEqualTo(20);
        ShouldBeOnlyWhereTheyMay(new Dictionary<Places, List<byte[]>>
        {
            [Places.Database] = [.. Contents(Directory.EnumerateFiles(cluster.DataFolder, "*", SearchOption.AllDirectories)), Encoding.UTF8.GetBytes(await cluster.Dump())],
            [Places.DatabaseLog] = [await File.ReadAllBytesAsync(cluster.LogFile)],
            [Places.NodeLog] = [Encoding.UTF8.GetBytes(node.Output)],
            [Places.NodeFiles] = [.. Contents(LeftBehind())],
            [Places.Mail] = [.. _server.Mails.Select(mail => Encoding.UTF8.GetBytes(mail.Text + mail.Decoded))],
        });
        node.Output.ShouldContain("Npgsql.PostgresException P0001");
        node.Output.ShouldContain("On the pages that leave no trace this went wrong 3 times");
        node.Output.ShouldNotContain("Handled SubmitSignal");
        node.Output.ShouldNotContain("Handled Load");
    }

    /// <summary>Readable in the database: people search for it there.</summary>
    private async Task RaiseWithAName(Uri address)
    {
        var reporter = Visitor(address, _portal.Cast.Reporter);
        var signal = await reporter.SubmitsASignal(Make("subject with a name", Places.Database), Make("words with a name", Places.Database));
        await Visitor(address, _portal.Cast.TeamLead).Asks(signal, Make("question of a manager", Places.Database));
    }

    /// <summary>The reference.</summary>
    private async Task<string> RaiseAtTheDesk(Uri address)
    {
        var reporter = Visitor(address, _portal.Cast.Reporter);
        var words = $"{Make("words at the desk")} van {Make("name in the words")}, nummer {Make("number in the words")}, {Make("mail address in the words")}@testdienst.example";
        var signal = await reporter.SubmitsASignal(Make("subject at the desk"), words, "Ongewenst gedrag");
        await Visitor(address, _portal.Cast.ConfidentialAdviser).Asks(signal, Make("question of an adviser"));
        await (await reporter.Open($"{signal}/reactie")).Fill("Jouw antwoord", Make("reply")).Press("Verstuur");
        await (await reporter.Open($"{signal}/aanvullen")).Fill("Wat wil je toevoegen?", Make("facts")).Press("Verstuur");
        reporter.Location.AbsolutePath.ShouldBe(signal);
        return signal.Split('/')[^1];
    }

    private async Task RaiseConfidentially(Uri address)
    {
        var reporter = await Visitor(address, _portal.Cast.Colleague).Open("/signalen/nieuw");
        await reporter.Choose("Vertrouwelijk").Choose("Knelpunt").Fill("Waar gaat het over?", Make("confidential subject")).Fill("Wat zie je gebeuren?", Make("confidential words"))
            .Fill("Hoe gaat het echt?", Make("confidential details")).Press("Verder naar controleren");
        await reporter.Press("Verstuur je signaal");
        KeepCodeOn(reporter, "code of a confidential signal");
    }

    private async Task RaiseAnonymously(Uri address, string organisation)
    {
        var reporter = await Visitor(address, who: null).Open($"/anoniem/{organisation}/nieuw?bron={Make("query string")}");
        await reporter.Choose("Knelpunt").Fill("Waar gaat het over?", Make("anonymous subject")).Fill("Wat zie je gebeuren?", Make("anonymous words"))
            .Fill("Wat doen jullie nu om het op te lossen?", Make("anonymous details")).Press("Verder naar controleren");
        await reporter.Press("Verstuur je signaal");
        var code = KeepCodeOn(reporter, "code of an anonymous signal");

        await reporter.Open($"/anoniem/{organisation}/volgen");
        await reporter.Fill("Volgcode", code).Press("Laat mijn signaal zien");
        await reporter.Fill("Wat wil je toevoegen?", Make("anonymous facts")).Press("Voeg iets toe");
        reporter.Text.ShouldContain("kanarie");

        await reporter.Open($"/anoniem/{organisation}/volgen");
        await reporter.Fill("Volgcode", Make("code that is none")).Press("Laat mijn signaal zien");
    }

    /// <summary>What is refused, does not exist, or comes from whoever is not signed in.</summary>
    private async Task AskWhatIsNotThere(Uri address)
    {
        var reporter = await Visitor(address, _portal.Cast.Reporter).Open("/signalen/nieuw");
        await reporter.Fill("Waar gaat het over?", Make("form without a kind")).Press("Verder naar controleren");
        await reporter.Choose("Idee").Fill("Wat zie je gebeuren?", string.Concat(Enumerable.Repeat(Make("text that is too long"), 500))).Press("Verder naar controleren");
        await reporter.Open($"/signalen/{Make("address that is none")}?{Make("query that is none")}=1");
        await reporter.Open($"/werkvoorraad?zoek={Make("search")}");

        using var client = Client(address);
        await client.GetAsync($"/anoniem/{Make("organisation that is none")}/nieuw");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Input.Subject", Make("form of nobody"))]);
        await client.PostAsync("/signalen/nieuw", form);
        using var file = new MultipartFormDataContent { { new StringContent("tekst"), "Input.Subject", Make("name of a file") } };
        await client.PostAsync("/anoniem", file);
    }

    /// <summary>Of what the line does not see yet.</summary>
    private static async Task LetItsMomentCome(TestDatabase database) =>
        await database.Scalar<int>("update signals set hidden_until = now() - interval '1 minute', next_step_on = now()::date where hidden_until is not null");

    /// <summary>As if it was office time.</summary>
    private async Task MailEverything(TestDatabase database)
    {
        await DueSignals.WaitUntil(
            async () => await database.Scalar<long>("select count(*) from signals where hidden_until is not null") == 0, Patience, () => "What was hidden does not show.");
        await database.Scalar<int>("update mails set send_after = now() where state = 'Waiting'");
        await DueSignals.WaitUntil(
            async () => _server.Mails.Count > 2 && await database.Scalar<long>("select count(*) from mails where state = 'Waiting'") == 0, Patience, () => $"{_server.Mails.Count} mails.");
    }

    /// <summary>A database that repeats in its message what it was given, as it does of a value that it cannot read.</summary>
    private async Task Break(TestDatabase database, Uri address, string organisation)
    {
        // Looking at what would be sent is the real act, taken back: what is not sealed is in the files of the database from then on.
        var reporter = Visitor(address, _portal.Cast.Reporter);
        await Fill(reporter, "/signalen/nieuw", Make("subject that breaks", Places.Database));
        List<Visitor> visitors = [reporter, Visitor(address, who: null), Visitor(address, who: null)];
        foreach (var nobody in visitors.Skip(1))
        {
            await Fill(nobody, $"/anoniem/{organisation}/nieuw", Make("anonymous subject that breaks"));
        }

        await database.Scalar<int>($"""
            create function repeat_it() returns trigger language plpgsql as $$ begin raise exception 'not {Make("message of an exception", Places.Database | Places.DatabaseLog)}'; end $$;
            create trigger repeats before insert on signals for each row execute function repeat_it();
            """);
        foreach (var visitor in visitors)
        {
            await visitor.Press("Verstuur je signaal");
            visitor.Status.ShouldBe(HttpStatusCode.InternalServerError);
            visitor.Page.QuerySelectorAll("main strong.sp-num").Length.ShouldBe(0);
        }

        static async Task Fill(Visitor visitor, string page, string subject)
        {
            await visitor.Open(page);
            await visitor.Choose("Idee").Fill("Waar gaat het over?", subject).Fill("Wat zie je gebeuren?", "Kapot.").Press("Verder naar controleren");
        }
    }

    private void ShouldBeOnlyWhereTheyMay(Dictionary<Places, List<byte[]>> places)
    {
        var found = _canaries.ToDictionary(canary => canary, canary => places
            .Where(place => place.Value.Exists(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary.Word)) >= 0)).Aggregate(Places.Nowhere, (all, place) => all | place.Key));

        found.Where(canary => (canary.Value & ~canary.Key.MayBeIn & Everywhere) != 0).Select(canary => $"{canary.Key.Name}: {canary.Value}").ShouldBeEmpty();
        found.Where(canary => canary.Value != canary.Key.MayBeIn).Select(canary => $"{canary.Key.Name} is not in {canary.Key.MayBeIn}").ShouldBeEmpty();
    }

    private string Make(string name, Places mayBeIn = Places.Nowhere)
    {
        _canaries.Add(Canary.New(name, mayBeIn));
        return _canaries[^1].Word;
    }

    private void Keep(string name, string word, Places mayBeIn) => _canaries.Add(new Canary(name, word, mayBeIn));

    private string KeepCodeOn(Visitor visitor, string name)
    {
        var code = visitor.Page.QuerySelector("#code")!.TextContent;
        Keep($"{name}, as on the page", code, Places.Nowhere);
        Keep(name, code.Replace("-", "", StringComparison.Ordinal), Places.Nowhere);
        return code;
    }

    private Visitor Visitor(Uri address, Guid? who) => new(Client(address), who);

    private HttpClient Client(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", SentFrom);
        client.DefaultRequestHeaders.Add("Referer", $"https://{CameFrom}.example/");
        return client;
    }

    private IEnumerable<string> LeftBehind() => Directory.EnumerateFiles(_temporary, "*", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Node.Folder, "*", SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) >= _begin));

    private static IEnumerable<byte[]> Contents(IEnumerable<string> files) => files.Select(File.ReadAllBytes);
}
