namespace SignaalPortaal.Fault.Tests.Infrastructure;

/// <summary>Makes a process believe that it is another time. eng/test.sh installs it.</summary>
public static class FakeTime
{
    public static string Library { get; } = Directory
        .EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", SearchOption.AllDirectories)
        .FirstOrDefault() ?? throw new InvalidOperationException("Run the tests with eng/test.sh, or install the package faketime.");
}
