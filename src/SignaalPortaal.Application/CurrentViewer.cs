using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application;

/// <summary>Who is asking, in this scope. Set once, before the first request is sent; until then nobody is, and nobody sees nothing.</summary>
public sealed class CurrentViewer
{
    public Viewer Viewer { get; set; } = Viewer.Nobody;
}
