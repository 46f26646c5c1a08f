using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>When a demonstration makes its keys by itself.</summary>
public sealed class KeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signaalportaal-keys").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(".")]
    [InlineData("nieuw")]
    public void A_folder_that_is_empty_or_missing_gets_keys_that_stay(string path)
    {
        var folder = Path.Combine(_folder, path);
        using var first = Read(folder, "Demo");
        using var second = Read(folder, "Demo");

        second.Certificate.Thumbprint.ShouldBe(first.Certificate.Thumbprint);
    }

    [Theory]
    [InlineData("receipts.key", "1 x")]
    [InlineData("iets-anders.txt", "")]
    public void Where_something_is_already_nothing_is_made(string name, string content)
    {
        File.WriteAllText(Path.Combine(_folder, name), content);

        Should.Throw<KeysException>(() => Read(_folder, "Demo"));
        Directory.EnumerateFileSystemEntries(_folder).Count().ShouldBe(1);
    }

    [Fact]
    public void In_production_they_are_never_made()
    {
        Should.Throw<KeysException>(() => Read(_folder, "Production"));
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    private static PortalKeys Read(string folder, string environment) => Keys.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [Keys.Setting] = folder }).Build(),
        new HostingEnvironment { EnvironmentName = environment });
}
