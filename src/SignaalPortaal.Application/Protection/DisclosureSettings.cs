namespace SignaalPortaal.Application.Protection;

/// <param name="ShowsAtOnce">Only for a demonstration: the line gets to see what was raised without a name at once, and not at the next fixed moment.</param>
public sealed record DisclosureSettings(bool ShowsAtOnce)
{
    public static DisclosureSettings Default { get; } = new(ShowsAtOnce: false);
}
