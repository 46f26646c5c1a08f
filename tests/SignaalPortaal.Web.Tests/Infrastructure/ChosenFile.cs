using AngleSharp.Io.Dom;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>A file that somebody chose in a form.</summary>
internal sealed class ChosenFile(string name, byte[] bytes) : IFile
{
    public string Name => name;

    public DateTime LastModified => DateTime.UnixEpoch;

    public int Length => bytes.Length;

    public string Type => "application/octet-stream";

    public bool IsClosed => false;

    public Stream Body { get; } = new MemoryStream(bytes);

    public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) => throw new NotSupportedException();

    public void Close() => Body.Close();

    public void Dispose() => Body.Dispose();
}
