using System.Net;
using Microsoft.AspNetCore.Hosting;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>The pages without signing in on a host name of their own.</summary>
public sealed class HostTests(HostTests.TwoHosts portal) : IClassFixture<HostTests.TwoHosts>
{
    [Theory]
    [InlineData("http://localhost/anoniem/testdienst/nieuw", "http://anoniem.example/anoniem/testdienst/nieuw")]
    [InlineData("http://anoniem.example/werkvoorraad", "/anoniem")]
    [InlineData("http://anoniem.example/", "/anoniem")]
    public async Task What_is_not_there_leads_to_where_it_is(string asked, string led)
    {
        using var response = await Http.GetAsync(asked);

        response.Headers.Location!.OriginalString.ShouldBe(led);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://anoniem.example/anoniem/testdienst/nieuw")]
    [InlineData("http://anoniem.example/hoe-beschermen-wij-je")]
    [InlineData("http://anoniem.example/css/app.css")]
    [InlineData("http://localhost/inloggen")]
    public async Task What_is_there_is_shown(string asked)
    {
        using var response = await Http.GetAsync(asked);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("http://localhost/anoniem/testdienst/volgen")]
    [InlineData("http://anoniem.example/inloggen")]
    public async Task A_form_sent_to_the_wrong_one_is_not_taken(string asked)
    {
        using var response = await Http.PostAsync(asked, new FormUrlEncodedContent([]));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private HttpClient Http => portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    public sealed class TwoHosts : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Anonymous:Host", "anoniem.example");
        }
    }
}
