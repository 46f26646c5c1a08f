using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Edge;

/// <summary>What must have been arranged before the portal serves people in earnest. It would rather not start than be open by accident.</summary>
internal static class ProductionRequirements
{
    private const string ShowsAtOnce = "Disclosure:ShowsAtOnce";

    /// <exception cref="SettingsException">Something is missing; the message lists all of it, for whoever runs the portal.</exception>
    public static void Require(IConfiguration configuration, IHostEnvironment environment)
    {
        if (Missing(configuration, environment) is { Count: > 0 } missing)
        {
            throw new SettingsException(
                $"The portal does not start in the environment {environment.EnvironmentName} like this:{string.Concat(missing.Select(one => $"\n- {one}"))}");
        }
    }

    /// <summary>Nothing on a demonstration, which may run without all of this.</summary>
    public static IReadOnlyList<string> Missing(IConfiguration configuration, IHostEnvironment environment) =>
        DemoSignIn.IsDemonstration(environment)
            ? []
            : [.. new[]
            {
                DemoSignIn.Problem(configuration, environment), KeysProblem(configuration), HttpsProblem(configuration), ForwardingProblem(configuration),
                HostsProblem(configuration), ContactProblem(configuration), ShowsAtOnceProblem(configuration),
            }.OfType<string>()];

    private static string? KeysProblem(IConfiguration configuration) => Directory.Exists(configuration[Keys.Setting])
        ? null
        : $"{Keys.Setting}: set it to the folder with the keys of the portal; 'make-keys <folder>' makes one.";

    private static string? HttpsProblem(IConfiguration configuration)
    {
        try
        {
            return Https.IsServed(configuration)
                ? null
                : $"HTTPS: serve it here (Kestrel:Endpoints with an address that begins with https:// and a certificate), or name the proxies that do in {Https.ProxySetting}.";
        }
        catch (FormatException)
        {
            return $"{Https.ProxySetting}: addresses or networks with commas between them, such as 10.0.0.4,10.1.0.0/24.";
        }
    }

    private static string? ForwardingProblem(IConfiguration configuration) => "true".Equals(configuration["ForwardedHeaders_Enabled"], StringComparison.OrdinalIgnoreCase)
        ? $"ASPNETCORE_FORWARDEDHEADERS_ENABLED: turn it off, it believes everybody; use {Https.ProxySetting}."
        : null;

    private static string? HostsProblem(IConfiguration configuration) => configuration["AllowedHosts"] is { Length: > 0 } hosts && !hosts.Split(';').Contains("*")
        ? null
        : "AllowedHosts: set it to the host names of the portal, with semicolons between them.";

    private static string? ShowsAtOnceProblem(IConfiguration configuration) => configuration.GetValue<bool>(ShowsAtOnce)
        ? $"{ShowsAtOnce}: turn it off. What is raised without a name would be seen at once, and with it who was at a computer then."
        : null;

    private static string? ContactProblem(IConfiguration configuration) => PublicFiles.Contact(configuration) is not null
        ? null
        : $"{PublicFiles.ContactSetting}: where somebody reports a weakness, an address that begins with mailto: or https:.";
}
