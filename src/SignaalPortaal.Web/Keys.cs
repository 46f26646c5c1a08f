using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Web;

/// <summary>Where the keys of the portal are.</summary>
internal static class Keys
{
    /// <summary>The folder that <c>make-keys</c> made. On a demonstration it may be left out: then the keys are in the home folder, and made there.</summary>
    public const string Setting = "Keys:Folder";

    /// <exception cref="KeysException">There are none, or they cannot be used.</exception>
    public static PortalKeys Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = configuration[Setting];
        if (!environment.IsProduction() && (folder is null || IsMissingOrEmpty(folder)))
        {
            folder ??= Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "SignaalPortaal", "keys");
            PortalKeys.Make(folder);
        }

        return PortalKeys.Read(folder ?? throw new KeysException($"Set {Setting} to a folder with keys; 'make-keys <folder>' makes one. Without it nothing can be sealed."));
    }

    /// <summary>A new volume of a container is there, and empty. Where anything is already, keys may be missing: then new ones would hide that.</summary>
    private static bool IsMissingOrEmpty(string folder) => !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();
}
