namespace SignaalPortaal.Web.Identity;

/// <summary>On a demonstration one chooses who one is. Whoever can reach the portal can then be anyone, so elsewhere it refuses to start.</summary>
internal static class DemoSignIn
{
    public const string Setting = "DemoSignIn";

    private const string ShowsAtOnce = "Disclosure:ShowsAtOnce";

    /// <summary>Where the files of the demonstration are.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Demo");

    public static string TourFile { get; } = Path.Combine(Folder, "tour.csv");

    public static bool IsOn(IConfiguration configuration) => configuration.GetValue<bool>(Setting);

    /// <exception cref="InvalidOperationException">The portal must not start like this.</exception>
    public static void RequireASafeSetting(IConfiguration configuration, IHostEnvironment environment)
    {
        var isDemonstration = environment.IsDevelopment() || environment.IsEnvironment("Demo");
        if (IsOn(configuration) && !isDemonstration)
        {
            throw new InvalidOperationException(
                $"The setting {Setting} lets anyone sign in as anyone. It is for the environments Demo and Development; this is {environment.EnvironmentName}. "
                + $"Turn {Setting} off, or set ASPNETCORE_ENVIRONMENT to Demo.");
        }

        if (configuration.GetValue<bool>(ShowsAtOnce) && !isDemonstration)
        {
            throw new InvalidOperationException(
                $"The setting {ShowsAtOnce} shows what was raised without a name at once, and so who was at a computer then. It is for a demonstration; turn it off.");
        }

        if (!IsOn(configuration) && !isDemonstration)
        {
            throw new InvalidOperationException(
                $"This version of the portal has no sign-in for the environment {environment.EnvironmentName} yet: nobody could come in. "
                + "Set ASPNETCORE_ENVIRONMENT to Demo for a demonstration.");
        }
    }
}
