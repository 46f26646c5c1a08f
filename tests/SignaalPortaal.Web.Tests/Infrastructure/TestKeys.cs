using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>Keys for one run of the tests.</summary>
public static class TestKeys
{
    public static string Folder { get; } = MakeFolder();

    public static PortalKeys Keys { get; } = PortalKeys.Read(Folder);

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("signaalportaal-keys-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        PortalKeys.Make(folder);
        return folder;
    }
}
