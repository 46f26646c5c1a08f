namespace SignaalPortaal.Application.Messages;

/// <summary>How mail leaves the portal: to a mail server, or for a demonstration into a folder. With neither there is no mail, only messages in the portal.</summary>
public sealed record MailSettings
{
    public static MailSettings Off { get; } = new();

    /// <summary>The name or address of the mail server.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    /// <summary>Whether the connection must be encrypted (STARTTLS).</summary>
    public bool Tls { get; init; }

    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>In the place of a mail server: a folder in which each mail becomes an .eml file.</summary>
    public string? Folder { get; init; }

    /// <summary>Who sends.</summary>
    public string From { get; init; } = "signaalportaal@localhost";

    /// <summary>Where people reach the portal; links in a mail start with it.</summary>
    public Uri Portal { get; init; } = new("http://localhost:5080");

    /// <summary>How long to wait after a first failure; each further one doubles it, to an hour at most.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    public bool IsOn => Host is not null || Folder is not null;
}
