namespace SignaalPortaal.Application.Attachments;

/// <summary>Where the virus scanner listens. With neither a host nor a socket there is none, and files can be read at once.</summary>
public sealed record ClamdSettings
{
    public static ClamdSettings Off { get; } = new();

    /// <summary>The name or address of clamd.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 3310;

    /// <summary>In the place of a host: the socket of clamd on this machine.</summary>
    public string? Socket { get; init; }

    /// <summary>For one file.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    public bool IsOn => Host is not null || Socket is not null;
}
