using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>How the mail server behaves at this moment.</summary>
public enum SmtpMode
{
    Accept,

    /// <summary>Nothing listens on the port.</summary>
    Down,

    /// <summary>Waits before each answer.</summary>
    Slow,

    /// <summary>550 to each recipient.</summary>
    RefuseRecipient,

    /// <summary>554 to each recipient.</summary>
    RefuseRecipientByPolicy,

    /// <summary>451 to each recipient.</summary>
    RefuseForNow,

    /// <summary>554 after the content.</summary>
    RefuseContent,

    /// <summary>550 to whoever sends.</summary>
    RefuseSender,

    /// <summary>554 in the place of a greeting.</summary>
    RefuseToTalk,

    /// <summary>Keeps the mail, and breaks the connection before it says so.</summary>
    BreakOffAfterAccepting,
}

/// <summary>A mail server in the process of the tests, on a port of this machine. It keeps what it accepts.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedMail> _mails = [];
    private TcpListener? _listener;
    private SmtpMode _mode;
    private int _connections;

    public SmtpServer() => Port = Listen(port: 0);

    public int Port { get; }

    public SmtpMode Mode
    {
        get => _mode;
        set
        {
            _mode = value;
            if (value is SmtpMode.Down)
            {
                StopListening();
            }
            else if (_listener is null)
            {
                Listen(Port);
            }
        }
    }

    /// <summary>Before each answer, when it is slow.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Of this moment.</summary>
    public int Connections => _connections;

    public int MostConnections { get; private set; }

    public IReadOnlyCollection<ReceivedMail> Mails => _mails;

    public void Forget() => (_, MostConnections) = (Clear(), 0);

    public ValueTask DisposeAsync()
    {
        StopListening();
        return ValueTask.CompletedTask;
    }

    private bool Clear()
    {
        _mails.Clear();
        return true;
    }

    private int Listen(int port)
    {
        var listener = _listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptConnections(listener);
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void StopListening()
    {
        _listener?.Dispose();
        _listener = null;
    }

    private async Task AcceptConnections(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = Talk(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It listens no more.
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var connection = client;
        MostConnections = Math.Max(MostConnections, Interlocked.Increment(ref _connections));
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await Answer(stream, Mode is SmtpMode.RefuseToTalk ? "554 not with you" : "220 test");
            var recipient = "";
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                {
                    recipient = line["RCPT TO:".Length..].Trim('<', '>', ' ');
                }

                if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await Answer(stream, "354 go ahead");
                    if (!await Keep(reader, stream, recipient))
                    {
                        return;
                    }
                }
                else if (line.Equals("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    return;
                }
                else
                {
                    await Answer(stream, AnswerTo(line, recipient));
                }
            }
        }
        catch (IOException)
        {
            // The other side went away.
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }

    private string AnswerTo(string line, string recipient) => (Mode, line[..Math.Min(4, line.Length)].ToUpperInvariant()) switch
    {
        (SmtpMode.RefuseSender, "MAIL") => "550 not from you",
        (SmtpMode.RefuseRecipient, "RCPT") => $"550 <{recipient}> is unknown here",
        (SmtpMode.RefuseRecipientByPolicy, "RCPT") => $"554 <{recipient}> is not allowed",
        (SmtpMode.RefuseForNow, "RCPT") => $"451 <{recipient}> is greylisted",
        _ => "250 ok",
    };

    /// <summary>Whether to go on talking.</summary>
    private async Task<bool> Keep(StreamReader reader, NetworkStream stream, string recipient)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        if (Mode is SmtpMode.RefuseContent)
        {
            await Answer(stream, "554 no");
            return true;
        }

        _mails.Enqueue(ReceivedMail.Read(recipient, text.ToString()));
        if (Mode is SmtpMode.BreakOffAfterAccepting)
        {
            return false;
        }

        await Answer(stream, "250 taken");
        return true;
    }

    private async Task Answer(NetworkStream stream, string line)
    {
        if (Mode is SmtpMode.Slow)
        {
            await Task.Delay(Delay);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
    }
}

/// <summary>A mail as the server got it.</summary>
/// <param name="Text">The whole of it, headers and all.</param>
/// <param name="Decoded">The same, with what was encoded in plain words.</param>
public sealed partial record ReceivedMail(string MessageId, string Recipient, string Subject, string Text, string Decoded)
{
    public static ReceivedMail Read(string recipient, string text)
    {
        var decoded = EncodedPart().Replace(EncodedWord().Replace(text, Decode), Decode);
        return new ReceivedMail(Header("Message-ID"), recipient, Header("Subject"), text, decoded);

        string Header(string name) => Regex.Match(decoded, $"^{name}: (.*)$", RegexOptions.Multiline).Groups[1].Value;
    }

    private static string Decode(Match match) => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["content"].Value)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"=\?utf-8\?B\?(?<content>[^?]*)\?=(\n )?", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(?<=Content-Transfer-Encoding: base64\n(?:.+\n)*\n)(?<content>[A-Za-z0-9+/=\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedPart();
}
