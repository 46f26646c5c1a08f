using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Edge;

public sealed class ProductionRequirementsTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly (string Setting, string Value)[] Right =
    [
        ("Keys:Folder", TestKeys.Folder),
        ("Https:Proxies", "10.0.0.4, 10.1.0.0/24, fd00::1"),
        ("AllowedHosts", "portaal.example"),
        ("Security:Contact", "mailto:veiligheid@portaal.example"),
    ];

    [Fact]
    public void In_production_it_refuses_to_start_and_one_message_lists_all_that_is_missing()
    {
        using var factory = portal.WithWebHostBuilder(host => host.UseEnvironment("Production").UseSetting("DemoSignIn", "true").UseSetting("Keys:Folder", "/bestaat-niet"));

        var refused = Should.Throw<InvalidOperationException>(() => factory.CreateClient());

        foreach (var missing in new[] { "Production", "DemoSignIn", "Keys:Folder", "HTTPS", "AllowedHosts", "Security:Contact" })
        {
            refused.Message.ShouldContain(missing);
        }
    }

    [Fact]
    public void With_everything_arranged_only_the_sign_in_is_missing() => Missing().ShouldHaveSingleItem().ShouldStartWith("Sign-in:");

    [Theory]
    [InlineData("Keys:Folder", "", "Keys:Folder")]
    [InlineData("Keys:Folder", "/bestaat-niet", "Keys:Folder")]
    [InlineData("Https:Proxies", "", "HTTPS")]
    [InlineData("Https:Proxies", "iedereen", "Https:Proxies")]
    [InlineData("Https:Proxies", "10.0.0.0/99", "Https:Proxies")]
    [InlineData("AllowedHosts", "*", "AllowedHosts")]
    [InlineData("AllowedHosts", "portaal.example;*", "AllowedHosts")]
    [InlineData("AllowedHosts", "", "AllowedHosts")]
    [InlineData("Security:Contact", "", "Security:Contact")]
    [InlineData("Security:Contact", "veiligheid@portaal.example", "Security:Contact")]
    [InlineData("Security:Contact", "http://portaal.example", "Security:Contact")]
    [InlineData("ForwardedHeaders_Enabled", "true", "FORWARDEDHEADERS")]
    public void Each_of_them_is_asked_for(string setting, string value, string named)
    {
        var missing = Missing((setting, value));

        missing.Count.ShouldBe(2);
        missing.ShouldContain(one => one.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("urls", "http://+:8080;https://+:8443")]
    [InlineData("Kestrel:Endpoints:Open:Url", "https://+:8443")]
    [InlineData("https_ports", "8443")]
    public void The_portal_may_serve_https_itself(string setting, string value) => Missing(("Https:Proxies", ""), (setting, value)).Count.ShouldBe(1);

    [Theory]
    [InlineData("Demo", true)]
    [InlineData("Development", true)]
    [InlineData("Staging", false)]
    [InlineData("Test", false)]
    public void Only_a_demonstration_may_do_without(string environment, bool may) =>
        (ProductionRequirements.Missing(new ConfigurationBuilder().Build(), new Environment(environment)).Count == 0).ShouldBe(may);

    private static IReadOnlyList<string> Missing(params (string Setting, string Value)[] changes) => ProductionRequirements.Missing(
        new ConfigurationBuilder()
            .AddInMemoryCollection(Right.ToDictionary(right => right.Setting, right => (string?)right.Value))
            .AddInMemoryCollection(changes.ToDictionary(change => change.Setting, change => (string?)change.Value))
            .Build(),
        new Environment("Production"));

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
