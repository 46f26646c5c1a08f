using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SignaalPortaal.Web.Forms;

namespace SignaalPortaal.Web.Edge;

/// <param name="Refusal">The status with which it was refused; null when it came in.</param>
internal readonly record struct ArrivedForm(int? Refusal, bool FilesWereLost)
{
    public static ArrivedForm Refused(int status) => new(status, FilesWereLost: false);
}

/// <summary>
/// Reads a form as our own pages send it, in UTF-8. Words stay in memory; a file goes to a folder when it is large, without a name that anybody could
/// open. When the folder has no room the words are still there.
/// </summary>
internal sealed class FormIntake(HttpContext context, NetworkRoom.Passage passage, long largest, string folder)
{
    private const int MostFields = 1024;
    private const int LargestName = 2048;
    private const int LargestBoundary = 128;

    /// <summary>In bytes, of a file that stays in memory.</summary>
    private const int SmallFile = 64 * 1024;

    private readonly Dictionary<string, StringValues> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly FormFileCollection _files = [];
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _fieldBytes;
    private bool _filesWereLost;

    /// <exception cref="InvalidDataException">It is no form, or too much.</exception>
    public async Task<ArrivedForm> Read()
    {
        var body = new CountedBody(context.Request.Body, passage, largest);
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && IsInUtf8(type))
        {
            switch (type.MediaType.Value)
            {
                case { } name when name.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase):
                    await ReadFields(body);
                    return Keep();

                case { } name when name.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase):
                    await ReadParts(body, HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? "");
                    return Keep();
            }
        }

        // Nothing at all is no form either, and is judged by the page.
        return context.Request.ContentType is null && await body.ReadAsync(_buffer, passage.Ends) == 0
            ? default
            : ArrivedForm.Refused(StatusCodes.Status415UnsupportedMediaType);
    }

    /// <summary>Other encodings exist, and nobody's browser uses them for a form of ours.</summary>
    private static bool IsInUtf8(MediaTypeHeaderValue type) =>
        HeaderUtilities.RemoveQuotes(type.Charset) is var charset && (charset.Length == 0 || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private ArrivedForm Keep()
    {
        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(_fields, _files)));
        return new ArrivedForm(Refusal: null, _filesWereLost);
    }

    private async Task ReadFields(Stream body)
    {
        var reader = new FormPipeReader(PipeReader.Create(body), Encoding.UTF8)
        {
            ValueCountLimit = MostFields,
            KeyLengthLimit = LargestName,
            ValueLengthLimit = FormServices.LargestForm,
        };
        foreach (var (name, values) in await reader.ReadFormAsync(passage.Ends))
        {
            _fields[name] = values;
        }
    }

    private async Task ReadParts(Stream body, string boundary)
    {
        if (boundary.Length is 0 or > LargestBoundary)
        {
            throw new InvalidDataException("No usable boundary.");
        }

        var reader = new MultipartReader(boundary, body) { BodyLengthLimit = largest, HeadersCountLimit = 16, HeadersLengthLimit = 16 * 1024 };
        for (var count = 0; await reader.ReadNextSectionAsync(passage.Ends) is { } part; count++)
        {
            if (count == MostFields)
            {
                throw new InvalidDataException("Too many fields.");
            }

            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                throw new InvalidDataException("A part without a name.");
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (name.Length > LargestName)
            {
                throw new InvalidDataException("Too long a name.");
            }

            if (disposition.IsFileDisposition())
            {
                await ReadFile(part, name, disposition);
            }
            else
            {
                _fields[name] = StringValues.Concat(_fields.GetValueOrDefault(name), await ReadField(part));
            }
        }
    }

    private async Task<string> ReadField(MultipartSection part)
    {
        using var words = new MemoryStream();
        for (int read; (read = await part.Body.ReadAsync(_buffer, passage.Ends)) > 0;)
        {
            _fieldBytes += read;
            if (_fieldBytes > FormServices.LargestForm)
            {
                throw new BadHttpRequestException("Too many words.", StatusCodes.Status413PayloadTooLarge);
            }

            words.Write(_buffer, 0, read);
        }

        return Encoding.UTF8.GetString(words.GetBuffer(), 0, (int)words.Length);
    }

    private async Task ReadFile(MultipartSection part, string name, ContentDispositionHeaderValue disposition)
    {
        Stream? kept = new MemoryStream();
        for (int read; (read = await part.Body.ReadAsync(_buffer, passage.Ends)) > 0;)
        {
            kept = kept is null ? null : await Write(kept, read);
        }

        if (kept is null)
        {
            _filesWereLost = true;
            return;
        }

        context.Response.RegisterForDispose(kept);
        var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        _files.Add(new FormFile(kept, baseStreamOffset: 0, kept.Length, name, fileName) { Headers = new HeaderDictionary(part.Headers ?? []) });
    }

    /// <returns>Where the file is now; null when there is no room for it.</returns>
    private async Task<Stream?> Write(Stream kept, int read)
    {
        try
        {
            if (kept is MemoryStream memory && kept.Length + read > SmallFile)
            {
                kept = OpenFile();
                await kept.WriteAsync(memory.GetBuffer().AsMemory(0, (int)memory.Length), passage.Ends);
            }

            await kept.WriteAsync(_buffer.AsMemory(0, read), passage.Ends);
            if (kept is FileStream)
            {
                // Whether there is room is known when it is written, not when the file is closed.
                await kept.FlushAsync(passage.Ends);
            }

            return kept;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Forget(kept);
            return null;
        }
    }

    private static async Task Forget(Stream kept)
    {
        try
        {
            await kept.DisposeAsync();
        }
        catch (IOException)
        {
            // It has no room for its last bytes either.
        }
    }

    private FileStream OpenFile()
    {
        var path = Path.Combine(folder, $"signaalportaal-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        // It loses its name at once, so that nothing is left behind either when the process is killed.
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    /// <summary>Counts what is read in the room, and lets no more through than there may be.</summary>
    private sealed class CountedBody(Stream inner, NetworkRoom.Passage passage, long largest) : Stream
    {
        private long _count;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _count; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, passage.Ends);
            _count += read;
            if (_count > largest)
            {
                throw new BadHttpRequestException("Too large a form.", StatusCodes.Status413PayloadTooLarge);
            }

            passage.Moves(read);
            passage.Hold(read);
            passage.Ends.ThrowIfCancellationRequested();
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
