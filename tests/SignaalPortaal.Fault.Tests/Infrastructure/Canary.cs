using System.Security.Cryptography;

namespace SignaalPortaal.Fault.Tests.Infrastructure;

/// <summary>The places where a word can turn up.</summary>
[Flags]
public enum Places
{
    Nowhere = 0,

    /// <summary>The files of the database, the log of its changes, and a backup.</summary>
    Database = 1,
    DatabaseLog = 2,

    /// <summary>What a node writes on its output.</summary>
    NodeLog = 4,

    /// <summary>What a node leaves in the folder where it runs and in the one for temporary files.</summary>
    NodeFiles = 8,
    Mail = 16,
}

/// <summary>A word that is in use nowhere else: wherever it is found, it came from the one place where somebody gave it to the portal.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="MayBeIn">Where it is no secret; it must be found there.</param>
public sealed record Canary(string Name, string Word, Places MayBeIn)
{
    public static Canary New(string name, Places mayBeIn = Places.Nowhere) =>
        new(name, "kanarie" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), mayBeIn);

    public override string ToString() => Word;
}
