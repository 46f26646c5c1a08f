namespace SignaalPortaal.Web.Identity;

/// <summary>On a demonstration one chooses who one is. Whoever can reach the portal can then be anyone, so elsewhere it refuses to start.</summary>
internal static class DemoSignIn
{
    public const string Setting = "DemoSignIn";

    /// <summary>Where the files of the demonstration are.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Demo");

    public static string TourFile { get; } = Path.Combine(Folder, "tour.csv");

    public static bool IsOn(IConfiguration configuration) => configuration.GetValue<bool>(Setting);

    public static bool IsDemonstration(IHostEnvironment environment) => environment.IsDevelopment() || environment.IsEnvironment("Demo");

    /// <summary>Why the portal must not start in earnest like this, for whoever runs it.</summary>
    public static string Problem(IConfiguration configuration, IHostEnvironment environment) => IsOn(configuration)
        ? $"{Setting}: it lets anyone sign in as anyone. It is for the environments Demo and Development; this is {environment.EnvironmentName}. "
            + $"Turn {Setting} off, or set ASPNETCORE_ENVIRONMENT to Demo."
        : "Sign-in: this version of the portal has no sign-in but that of a demonstration, so nobody could come in. "
            + "Set ASPNETCORE_ENVIRONMENT to Demo for a demonstration.";
}
