using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SignaalPortaal.Application.Protection;

/// <summary>
/// The secrets that are not in the database, from a folder that the portal only reads. Whoever has a copy of the database without this folder reads
/// no sealed words, finds no receipt code and signs no anchor.
/// </summary>
public sealed class PortalKeys : IDisposable
{
    private const string CertificateFile = "portal.pem";
    private const string PepperFile = "receipts.key";
    private const string AnchorFile = "anchors.pem";
    private const int PepperBytes = 32;

    private PortalKeys(X509Certificate2 certificate, IReadOnlyDictionary<int, byte[]> peppers, ECDsa anchor) =>
        (Certificate, Peppers, Anchor) = (certificate, peppers, anchor);

    /// <summary>RSA, 3072 bits, with its private key: wraps the key of each organisation and those of cookies and forms.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>With which receipt codes are hashed, by version. The highest is for new codes; the others go on until their codes have expired.</summary>
    public IReadOnlyDictionary<int, byte[]> Peppers { get; }

    /// <summary>Signs the daily anchors: NIST P-384.</summary>
    public ECDsa Anchor { get; }

    /// <summary>Reads what <see cref="Make"/> made.</summary>
    /// <exception cref="KeysException">The folder is not complete, or not what it should be.</exception>
    public static PortalKeys Read(string folder)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(Path.Combine(folder, CertificateFile), Path.Combine(folder, CertificateFile));
            using (var key = certificate.GetRSAPrivateKey())
            {
                if (key is not { KeySize: >= 3072 })
                {
                    throw new KeysException($"{CertificateFile} needs an RSA key of at least 3072 bits.");
                }
            }

            var anchor = ECDsa.Create();
            anchor.ImportFromPem(File.ReadAllText(Path.Combine(folder, AnchorFile)));
            return new PortalKeys(certificate, ReadPeppers(Path.Combine(folder, PepperFile)), anchor);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or FormatException)
        {
            throw new KeysException($"The keys in {folder} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Makes new keys in a folder that only the current user can enter. Keys that are there already are left alone.</summary>
    public static void Make(string folder)
    {
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, Private);

        using var rsa = RSA.Create(3072);
        var request = new CertificateRequest("CN=SignaalPortaal", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddYears(-1));
        WriteNew(folder, CertificateFile, certificate.ExportCertificatePem() + "\n" + rsa.ExportPkcs8PrivateKeyPem() + "\n");

        WriteNew(folder, PepperFile, $"1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(PepperBytes))}\n");

        using var anchor = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        WriteNew(folder, AnchorFile, anchor.ExportPkcs8PrivateKeyPem() + "\n");
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Anchor.Dispose();
    }

    /// <summary>A line for each version: its number and 32 bytes in base 64.</summary>
    private static Dictionary<int, byte[]> ReadPeppers(string file)
    {
        var peppers = File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Split(' '))
            .ToDictionary(parts => int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts => Convert.FromBase64String(parts[^1]));
        return peppers.Count > 0 && peppers.Values.All(pepper => pepper.Length == PepperBytes)
            ? peppers
            : throw new KeysException($"{PepperFile} needs at least one line: a number, a space and {PepperBytes} bytes in base 64.");
    }

    private static void WriteNew(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Nodes that start together: the file is there wholly or not at all, and the first one stays.
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(Encoding.ASCII.GetBytes(text));
        }

        try
        {
            File.Move(unfinished, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
        }
    }
}

/// <summary>The portal has no keys that it can use. The message is for whoever runs it.</summary>
public sealed class KeysException : Exception
{
    public KeysException(string message)
        : base(message) { }

    public KeysException(string message, Exception inner)
        : base(message, inner) { }
}
