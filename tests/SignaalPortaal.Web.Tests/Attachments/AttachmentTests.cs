using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Attachments;

/// <summary>Files from the form in which they are chosen to whoever may open them, and to nobody else.</summary>
public sealed class AttachmentTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task Without_a_name_a_file_is_added_and_fetched_with_the_code_and_has_no_name_either()
    {
        var reporter = await portal.Nobody().Open("/anoniem/testdienst/nieuw");
        reporter.Choose("Knelpunt").Fill("Waar gaat het over?", "Brief").Fill("Wat zie je gebeuren?", "Zie de foto.").Attach("foto van Rosa.jpg", Corpus.Photo());
        await reporter.Press("Verder naar controleren");
        await reporter.Press("Verstuur je signaal");
        var code = reporter.Page.QuerySelector("#code").ShouldNotBeNull(reporter.Text).TextContent;

        await reporter.Open("/anoniem/testdienst/volgen");
        await reporter.Fill("Volgcode", code).Press("Laat mijn signaal zien");
        await reporter.Fill("Wat wil je toevoegen?", "En een lijst.").Attach("lijst van Rosa.txt", "kolibrie op de trap"u8.ToArray()).Press("Voeg iets toe");

        reporter.EventsCalled(TimelineTexts.Attached).ShouldBe(2);
        reporter.Text.ShouldContain("bijlage-2.txt");
        reporter.Text.ShouldNotContain("Rosa");
        var fields = reporter.Page.QuerySelectorAll("#bijlage-ophalen input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
        var file = reporter.Page.QuerySelectorAll("button[form=bijlage-ophalen]").Single(button => button.TextContent.Contains("bijlage-2.txt", StringComparison.Ordinal));
        using var response = await reporter.Http.PostAsync(
            "/anoniem/testdienst/volgen?handler=File", new FormUrlEncodedContent([.. fields, KeyValuePair.Create("bijlage", file.GetAttribute("value")!)]));

        (await response.Content.ReadAsStringAsync()).ShouldBe("kolibrie op de trap");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await portal.Database.Scalar<long>("select count(*) from attachment_parts where position('\\x6b6f6c6962726965206f702064652074726170'::bytea in bytes) > 0")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_survives_a_wrong_form_and_the_check_and_is_read_by_the_holder()
    {
        var pending = await portal.Database.Scalar<long>("select count(*) from pending_attachments");
        await _reporter.Open("/signalen/nieuw");
        await _reporter.Attach("foto.jpg", Corpus.Photo()).Press("Verder naar controleren");
        _reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        _reporter.Text.ShouldContain("Toegevoegd: foto.jpg (1 kB)");
        await _reporter.Choose("Idee").Fill("Waar gaat het over?", "Een foto").Fill("Wat zie je gebeuren?", "Zie de foto.").Press("Verder naar controleren");
        _reporter.Page.QuerySelector("dl")!.TextContent.ShouldContain("foto.jpg (1 kB)");
        await _reporter.Press("Aanpassen");
        _reporter.Text.ShouldContain("Toegevoegd: foto.jpg (1 kB)");
        await _reporter.Attach("log.txt", "regel 1"u8.ToArray()).Press("Verder naar controleren");
        await _reporter.Press("Verstuur je signaal");
        var signal = _reporter.Location.AbsolutePath.Replace("/verstuurd", "", StringComparison.Ordinal);

        var manager = await portal.As(portal.Cast.TeamLead).Open(signal);

        manager.EventsCalled(TimelineTexts.Attached).ShouldBe(2);
        var file = await Download(manager, "foto.jpg");
        file.ShouldBe(FileInspection.Inspect(Corpus.Photo(), "foto.jpg", isNamed: true).Bytes.ToArray());
        (await Download(manager, "log.txt")).ShouldBe("regel 1"u8.ToArray());
        (await portal.Database.Scalar<long>("select count(*) from pending_attachments")).ShouldBe(pending);
    }

    [Fact]
    public async Task What_is_refused_is_said_beside_the_field_and_the_good_files_and_the_text_are_kept()
    {
        var signal = await _reporter.SubmitsASignal();
        await _reporter.Open($"{signal}/aanvullen");

        await _reporter.Fill("Wat wil je toevoegen?", "Zie de bijlagen.").Attach("goed.png", Corpus.Png()).Attach("macro.docx", "PK"u8.ToArray()).Attach("<b>.exe", "MZ"u8.ToArray())
            .Press("Verstuur");

        _reporter.ShouldBeAskedFor("bijlagen");
        var message = _reporter.Page.GetElementById("bijlagen-e")!.TextContent;
        message.ShouldContain($"macro.docx: {EnumTexts.FileRefusal_UnknownType}");
        message.ShouldContain($"b.exe: {EnumTexts.FileRefusal_UnknownType}");
        _reporter.Text.ShouldContain("Toegevoegd: goed.png");
        _reporter.ValueOf("Wat wil je toevoegen?").ShouldBe("Zie de bijlagen.");
        await _reporter.Press("Verstuur");
        _reporter.ShouldBeBackAt(signal);
        _reporter.EventsCalled(TimelineTexts.Attached).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_is_taken_out_again_and_the_sixth_is_refused()
    {
        await _reporter.Open("/signalen/nieuw");
        for (var count = 1; count <= 6; count++)
        {
            _reporter.Attach($"{count}.txt", Encoding.UTF8.GetBytes($"bestand {count}"));
        }

        await _reporter.Press("Verder naar controleren");

        _reporter.Page.GetElementById("bijlagen-e")!.TextContent.ShouldContain($"6.txt: {EnumTexts.FileRefusal_TooMany}");
        _reporter.Page.QuerySelectorAll("button[name=weg]").Length.ShouldBe(5);
        var second = _reporter.Page.QuerySelectorAll("button[name=weg]")[1];
        second.QuerySelector(".sp-visually-hidden")!.Remove();
        second.QuerySelector(".nl-button__label")!.TextContent = "Deze weg";
        await _reporter.Press("Deze weg");
        _reporter.Page.QuerySelectorAll("button[name=weg]").Length.ShouldBe(4);
        _reporter.Text.ShouldNotContain("2.txt");
        await _reporter.Attach("7.txt", "zeven"u8.ToArray()).Press("Zoek");
        _reporter.Text.ShouldContain("Toegevoegd: 7.txt");
    }

    [Fact]
    public async Task A_reply_brings_files_too_and_more_than_five_in_all_are_refused_by_the_rule()
    {
        var signal = await _reporter.SubmitsASignal();
        for (var count = 1; count <= 5; count++)
        {
            await portal.Attaches(portal.Cast.Reporter, signal.ToReference(), $"{count}.txt", "a"u8.ToArray());
        }

        await portal.As(portal.Cast.TeamLead).Asks(signal, "Welke brief?");
        await _reporter.Open($"{signal}/reactie");
        await _reporter.Fill("Jouw antwoord", "Deze.").Attach("brief.txt", "b"u8.ToArray()).Press("Verstuur");

        _reporter.ShouldReadTheRule(SignalRule.AtMostFiveAttachments);
        _reporter.Text.ShouldContain("Toegevoegd: brief.txt");
    }

    [Fact]
    public async Task A_file_is_served_to_be_saved_and_can_do_nothing()
    {
        var signal = await _reporter.SubmitsASignal();
        await portal.Attaches(portal.Cast.Reporter, signal.ToReference(), "één brief.txt", "<b>tekst</b>"u8.ToArray());

        using var response = await _reporter.Http.GetAsync($"{signal}/bijlage/{await portal.AttachmentOf(signal.ToReference())}");

        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("één brief.txt");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await response.Content.ReadAsStringAsync()).ShouldBe("<b>tekst</b>");
    }

    [Fact]
    public async Task Who_may_not_see_the_signal_gets_the_same_answer_as_for_a_file_that_is_not_there()
    {
        var signal = await _reporter.SubmitsASignal();
        var other = await _reporter.SubmitsASignal("Een ander signaal");
        await portal.Attaches(portal.Cast.Reporter, signal.ToReference(), "brief.txt", "a"u8.ToArray());
        var attachment = await portal.AttachmentOf(signal.ToReference());

        foreach (var person in new[] { portal.Cast.Colleague, portal.Cast.TeamLeadOfTheSouth, portal.Cast.Stranger, portal.Cast.Administrator })
        {
            var visitor = await portal.As(person).Open($"{signal}/bijlage/{attachment}");
            visitor.Status.ShouldBe(HttpStatusCode.NotFound);
            var hidden = visitor.Text;
            (await visitor.Open($"{signal}/bijlage/{Guid.NewGuid()}")).Text.ShouldBe(hidden);
        }

        (await portal.As(portal.Cast.TeamLead).Open($"{other}/bijlage/{attachment}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_opens_only_the_file_is_among_those_who_read_it()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Attaches(portal.Cast.Reporter, reference, "brief.txt", "a"u8.ToArray());

        await portal.Send(new GetAttachment(reference, await portal.AttachmentOf(reference)), portal.Cast.TeamLead);

        (await portal.Send(new GetSignal(reference), portal.Cast.Reporter)).Readings.ShouldHaveSingleItem().Name.ShouldBe("Tess Teamleider");
    }

    [Fact]
    public async Task Only_the_person_with_the_form_finds_its_files_and_the_database_cannot_read_them()
    {
        var key = await portal.Uploads(portal.Cast.Reporter, ("kanarie.txt", "Een kanarie van de melder"u8.ToArray()));

        (await portal.Send(new GetUploads(key), portal.Cast.Reporter)).ShouldHaveSingleItem().Name.ShouldBe("kanarie.txt");
        (await portal.Send(new GetUploads(key), portal.Cast.Colleague)).ShouldBeEmpty();
        (await portal.Send(new GetUploads(UploadKey.New()), portal.Cast.Reporter)).ShouldBeEmpty();
        var stored = await portal.Database.Scalar<string>(
            "select string_agg(encode(p.bytes, 'escape') || encode(a.name, 'escape') || a::text, '') from pending_attachments a join pending_attachment_parts p on p.attachment_id = a.id");
        stored!.ShouldNotContain("kanarie");
        stored!.ShouldNotContain($"{portal.Cast.Reporter}");
        stored!.ShouldNotContain(key, Case.Insensitive);
    }

    [Fact]
    public async Task The_same_file_twice_in_a_form_is_one_file()
    {
        var key = await portal.Uploads(portal.Cast.Reporter, ("a.txt", "zelfde"u8.ToArray()), ("b.txt", "zelfde"u8.ToArray()), ("c.txt", "anders"u8.ToArray()));

        (await portal.Send(new GetUploads(key), portal.Cast.Reporter)).Select(file => file.Name).ShouldBe(["a.txt", "c.txt"]);
    }

    [Fact]
    public async Task What_is_not_sent_is_thrown_away_after_a_day()
    {
        var key = await portal.Uploads(portal.Cast.Reporter, ("a.txt", "oud"u8.ToArray()));
        await portal.SendAsPortal(new ForgetUploads());
        (await portal.Send(new GetUploads(key), portal.Cast.Reporter)).Count.ShouldBe(1);
        await portal.Database.Scalar<int>("update pending_attachments set uploaded_on = uploaded_on - 2");

        await portal.SendAsPortal(new ForgetUploads());

        (await portal.Database.Scalar<long>("select count(*) from pending_attachment_parts")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_many_parts_comes_back_whole_and_the_commitment_on_the_timeline_is_to_its_bytes()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200_000).Select(number => $"{number:D6}\n")));
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Attaches(portal.Cast.Reporter, reference, "groot.txt", text);

        var file = await portal.As(portal.Cast.TeamLead).Open($"/signalen/{reference}");

        (await Download(file, "groot.txt")).ShouldBe(text);
        (await portal.Database.Scalar<long>($"select count(*) from attachment_parts where attachment_id = '{await portal.AttachmentOf(reference)}'")).ShouldBe(22);
        var salt = await portal.Database.Scalar<byte[]>($"select salt from attachments where id = '{await portal.AttachmentOf(reference)}'");
        var attached = (await portal.Send(new GetSignal(reference), portal.Cast.Reporter)).Timeline.Select(item => item.Happened).OfType<Attached>().Single();
        attached.Commitment.ShouldBe(EventChain.Commitment(salt!, text));
    }

    [Fact]
    public async Task A_file_is_read_twice_to_check_it_first_and_the_key_is_asked_for_once_each_time()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Attaches(portal.Cast.Reporter, reference, "groot.txt", Encoding.UTF8.GetBytes(new string('a', 17 * AttachmentStore.PartSize)));
        var manager = await portal.As(portal.Cast.TeamLead).Open($"/signalen/{reference}");
        using var counter = new StatementCounter(portal.Database);

        await Download(manager, "groot.txt");

        counter.Statements.Count(sql => sql.Contains("attachment_parts", StringComparison.Ordinal)).ShouldBe(2 * 3);
        counter.Statements.Count(sql => sql.Contains("signal_keys", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_was_destroyed_is_not_there_and_the_timeline_says_so()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Attaches(portal.Cast.Reporter, reference, "brief.txt", "a"u8.ToArray());
        var attachment = await portal.AttachmentOf(reference);
        await portal.Database.Scalar<int>($"delete from attachment_parts where attachment_id = '{attachment}'; update attachments set salt = null where id = '{attachment}'");

        var manager = await portal.As(portal.Cast.TeamLead).Open($"/signalen/{reference}");

        manager.Text.ShouldContain(SignalTexts.AttachmentDestroyed);
        manager.Page.QuerySelectorAll("a[download]").ShouldBeEmpty();
        (await manager.Open($"/signalen/{reference}/bijlage/{attachment}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>By the owner of the database: past the triggers, and as long as before.</summary>
    [Theory]
    [InlineData(SignalKind.Bottleneck, "update attachment_parts set bytes = overlay(bytes placing '\\x7a' from octet_length(bytes) - 20 for 1)")]
    [InlineData(SignalKind.Aggression, "update attachment_parts set bytes = overlay(bytes placing '\\x7a' from octet_length(bytes) - 20 for 1)")]
    [InlineData(SignalKind.Bottleneck, "delete from attachment_parts")]
    [InlineData(SignalKind.Bottleneck, "update attachments set salt = sha256(salt)")]
    public async Task A_file_that_was_changed_is_refused_and_never_served(SignalKind kind, string sql)
    {
        var reference = await portal.Raises(portal.Cast.Reporter, kind);
        await portal.Attaches(portal.Cast.Reporter, reference, "brief.txt", Encoding.UTF8.GetBytes(new string('a', 100_000)));
        var attachment = await portal.AttachmentOf(reference);
        var reporter = await portal.As(portal.Cast.Reporter).Open($"/signalen/{reference}");
        (await Download(reporter, "brief.txt")).Length.ShouldBe(100_000);

        var column = sql.Contains("attachments", StringComparison.Ordinal) ? "id" : "attachment_id";
        await portal.Database.Scalar<int>($"""
            alter table attachment_parts disable trigger user; alter table attachments disable trigger user;
            {sql} where {column} = '{attachment}';
            alter table attachment_parts enable always trigger never_changed; alter table attachments enable always trigger a_verdict_stands; select 1
            """);

        var refused = await reporter.Open($"/signalen/{reference}/bijlage/{attachment}");
        refused.Status.ShouldBe(HttpStatusCode.Gone);
        refused.Text.ShouldContain(ErrorTexts.ChangedFileTitle);
        refused.Text.ShouldNotContain("aaaa");
    }

    [Fact]
    public async Task What_is_far_too_large_is_explained_before_it_is_read()
    {
        var caller = await portal.Caller(portal.Cast.Reporter);
        using var content = new StreamContent(Stream.Null);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        content.Headers.ContentLength = 4L * 1024 * 1024 * 1024;

        using var response = await caller.Post("/signalen/nieuw?handler=Check", content);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).ShouldContain(ErrorTexts.TooLargeTitle);
    }

    private static async Task<byte[]> Download(Visitor visitor, string name)
    {
        var link = visitor.Page.QuerySelectorAll("main a[download]").First(link => link.TextContent == name);
        return await visitor.Http.GetByteArrayAsync(new Uri(visitor.Location, link.GetAttribute("href")));
    }
}
