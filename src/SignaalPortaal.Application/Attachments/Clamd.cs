using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Asks clamd what it thinks of a file (INSTREAM, see clamd(8)). The file is nowhere written to a disk for it.</summary>
internal sealed class Clamd(ClamdSettings settings)
{
    /// <summary>More than any verdict is long.</summary>
    private const int LongestAnswer = 4096;

    /// <summary>Whether the file is clean.</summary>
    /// <exception cref="ScanFailedException">There is no verdict: clamd is not there, takes too long, or says something else.</exception>
    public async Task<bool> IsClean(IAsyncEnumerable<byte[]> file, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Limit);
        try
        {
            var answer = await Ask(file, limit.Token);
            return answer switch
            {
                _ when answer.EndsWith(": OK", StringComparison.Ordinal) => true,
                _ when answer.EndsWith(" FOUND", StringComparison.Ordinal) => false,
                _ => throw new ScanFailedException("The scanner gives no verdict."),
            };
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ScanFailedException("The scanner does not answer.");
        }
    }

    private async Task<string> Ask(IAsyncEnumerable<byte[]> file, CancellationToken cancellationToken)
    {
        using var socket = settings.Socket is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await (settings.Socket is null
            ? socket.ConnectAsync(settings.Host!, settings.Port, cancellationToken)
            : socket.ConnectAsync(new UnixDomainSocketEndPoint(settings.Socket), cancellationToken));
        await using var stream = new NetworkStream(socket);

        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var length = new byte[4];
        await foreach (var part in file.WithCancellation(cancellationToken))
        {
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            await stream.WriteAsync(length, cancellationToken);
            await stream.WriteAsync(part, cancellationToken);
        }

        BinaryPrimitives.WriteInt32BigEndian(length, 0);
        await stream.WriteAsync(length, cancellationToken);

        var answer = new byte[LongestAnswer];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(answer, 0, read).TrimEnd('\0', '\n');
    }
}

/// <summary>The scanner has no verdict. What it says otherwise could hold the name of a file, and is not kept.</summary>
internal sealed class ScanFailedException(string message) : Exception(message);
