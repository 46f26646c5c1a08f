using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application;

namespace SignaalPortaal.Web.Tests.Logs;

/// <summary>What can come into the log at all: counts, durations, names out of the program, and the texts that are named here one by one.</summary>
public sealed class AllowListTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Products = [typeof(Program).Assembly, typeof(ApplicationServices).Assembly];

    private static readonly Type[] Harmless = [typeof(int), typeof(long), typeof(double), typeof(TimeSpan), typeof(Exception)];

    /// <summary>A code and the class of a problem of mail; what ExceptionText makes of an exception.</summary>
    private static readonly string[] Texts = ["SendMailsHandler.LogProblem problem", "AnonymousProblemsReport.LogProblem problem",
        "ScanAttachmentsHandler.LogScanFailed problem", "Chores.LogFailed chore"];

    private static readonly (string Type, string Member)[] WaysAround =
    [
        ("LoggerExtensions", "*"), ("ILogger", "Log"), ("ILogger", "BeginScope"), ("Log", "*"), ("ILogger", "Write"), ("LogContext", "*"), ("Debug", "WriteLine"), ("Trace", "*"),
        ("EventSource", "Write"), ("ActivitySource", "StartActivity"),
    ];

    [Fact]
    public void A_message_holds_only_what_is_on_the_list()
    {
        var methods = Products.SelectMany(product => product.GetTypes()).SelectMany(type => type.GetMethods(All))
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null).ToList();

        methods.Count.ShouldBeGreaterThan(8);
        var parameters = methods.SelectMany(method => method.GetParameters()).Where(parameter => parameter.ParameterType is var type && !type.IsEnum && !Harmless.Contains(type));
        parameters.Select(parameter => $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name} {parameter.Name}").Except(Texts).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_logged_but_by_such_a_method() =>
        Products.SelectMany(UsedMembers)
            .Where(used => WaysAround.Any(way => way.Type == used.Type && (way.Member == "*" || way.Member == used.Member)))
            .ShouldBeEmpty();

    /// <summary>Members of assemblies of others that the code of this one uses.</summary>
    private static List<(string Type, string Member)> UsedMembers(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind is HandleKind.TypeReference)
            .Select(member => (Type: metadata.GetTypeReference((TypeReferenceHandle)member.Parent), member.Name))
            .Where(member => !metadata.GetString(member.Type.Namespace).StartsWith("SignaalPortaal.", StringComparison.Ordinal))
            .Select(member => (metadata.GetString(member.Type.Name), metadata.GetString(member.Name)))];
    }
}
