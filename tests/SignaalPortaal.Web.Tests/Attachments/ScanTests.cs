using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Attachments;

/// <summary>Where there is a virus scanner nobody opens a file before it has.</summary>
public sealed class ScanTests(ScannedPortal portal) : IClassFixture<ScannedPortal>
{
    private const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    [Fact]
    public async Task A_file_can_be_opened_once_the_scanner_finds_it_clean()
    {
        portal.Scanner.Mode = ClamdMode.Works;
        var (reference, attachment) = await Attached("schoon.txt", new string('a', 200_000));
        var manager = await portal.As(portal.Cast.TeamLead).Open($"/signalen/{reference}");
        manager.Text.ShouldContain(EnumTexts.AttachmentState_Quarantined);
        (await Opens(attachment, reference)).ShouldBe(HttpStatusCode.NotFound);

        await portal.SendAsPortal(new ScanAttachments());

        (await Opens(attachment, reference)).ShouldBe(HttpStatusCode.OK);
        (await manager.Open($"/signalen/{reference}")).Text.ShouldNotContain(EnumTexts.AttachmentState_Quarantined);
    }

    [Fact]
    public async Task A_file_with_a_virus_is_never_opened_and_its_reporter_reads_why()
    {
        portal.Scanner.Mode = ClamdMode.Works;
        var (reference, attachment) = await Attached("eicar.txt", Eicar);

        await portal.SendAsPortal(new ScanAttachments());

        (await Opens(attachment, reference)).ShouldBe(HttpStatusCode.NotFound);
        (await portal.As(portal.Cast.Reporter).Open($"/signalen/{reference}")).Text.ShouldContain(EnumTexts.AttachmentState_Refused);
        await Should.ThrowAsync<Npgsql.PostgresException>(() => portal.Database.Scalar<int>($"update attachments set state = 'Clean' where id = '{attachment}'"));
    }

    [Theory]
    [InlineData(ClamdMode.Down)]
    [InlineData(ClamdMode.Silent)]
    [InlineData(ClamdMode.Rubbish)]
    [InlineData(ClamdMode.HangsUp)]
    public async Task Without_a_verdict_a_file_stays_in_quarantine_until_there_is_one(ClamdMode mode)
    {
        portal.Scanner.Mode = mode;
        var (reference, attachment) = await Attached("later.txt", "Een brief.");

        (await portal.SendAsPortal(new ScanAttachments())).ShouldBe(0);

        (await Opens(attachment, reference)).ShouldBe(HttpStatusCode.NotFound);
        portal.Scanner.Mode = ClamdMode.Works;
        await portal.SendAsPortal(new ScanAttachments());
        (await Opens(attachment, reference)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(string Reference, Guid Attachment)> Attached(string name, string text)
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Attaches(portal.Cast.Reporter, reference, name, Encoding.UTF8.GetBytes(text));
        return (reference, await portal.AttachmentOf(reference));
    }

    private async Task<HttpStatusCode> Opens(Guid attachment, string reference) =>
        (await portal.As(portal.Cast.TeamLead).Open($"/signalen/{reference}/bijlage/{attachment}")).Status;
}

public enum ClamdMode
{
    Works,

    /// <summary>Takes no connections.</summary>
    Down,
    Silent,
    Rubbish,
    HangsUp,
}

/// <summary>A portal with a virus scanner.</summary>
public sealed class ScannedPortal : Portal
{
    public FakeClamd Scanner { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Clamd:Host", "127.0.0.1");
        builder.UseSetting("Clamd:Port", $"{Scanner.Port}");
        builder.UseSetting("Clamd:Limit", "00:00:03");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Scanner.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Speaks as clamd does, and knows one virus.</summary>
public sealed class FakeClamd : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);

    public FakeClamd()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Listen();
    }

    public int Port { get; }

    public ClamdMode Mode { get; set; }

    public void Dispose() => _listener.Dispose();

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        if (Mode is ClamdMode.Down)
        {
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            return;
        }

        var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte["zINSTREAM\0".Length]);
        using var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var part = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)];
            if (part.Length == 0)
            {
                break;
            }

            await stream.ReadExactlyAsync(part);
            file.Write(part);
            if (Mode is ClamdMode.HangsUp)
            {
                return;
            }
        }

        if (Mode is ClamdMode.Silent)
        {
            await Task.Delay(TimeSpan.FromSeconds(10));
            return;
        }

        var hasVirus = Encoding.UTF8.GetString(file.ToArray()).Contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE", StringComparison.Ordinal);
        var answer = Mode is ClamdMode.Rubbish ? "INSTREAM size limit exceeded. ERROR" : hasVirus ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{answer}\0"));
    }
}
