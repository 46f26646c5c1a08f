using Npgsql;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using SignaalPortaal.Web.Logs;

namespace SignaalPortaal.Web.Tests.Logs;

/// <summary>What may be in an exception or in a message of the framework, and does not come into the log.</summary>
public sealed class PortalLogTests : IDisposable
{
    private const string Canary = "Kanarie";

    private readonly StringWriter _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Of_an_exception_its_class_its_code_and_its_place_are_written_and_not_its_message()
    {
        LoggerOf("SignaalPortaal.Application.Time.TimeWorker", "Failed").Error(Thrown(), "It failed");

        _log.ToString().ShouldContain("It failed");
        _log.ToString().ShouldContain("System.InvalidOperationException");
        _log.ToString().ShouldContain("caused by Npgsql.PostgresException 23514");
        _log.ToString().ShouldContain(nameof(Thrown));
        _log.ToString().ShouldNotContain(Canary);
    }

    [Fact]
    public void Of_what_the_framework_says_only_the_name_is_written()
    {
        LoggerOf("Microsoft.EntityFrameworkCore.Update", "SaveChangesFailed").Error(Thrown(), "An exception occurred: {Error}", Thrown());

        _log.ToString().ShouldContain("Microsoft.EntityFrameworkCore.Update SaveChangesFailed");
        _log.ToString().ShouldNotContain(Canary);
    }

    [Fact]
    public void What_breaks_without_signing_in_is_counted()
    {
        var problems = new AnonymousProblems();
        var logger = LoggerOf("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", "UnhandledException", problems);
        for (var time = 0; time < 3; time++)
        {
            logger.Error(Thrown(), "An unhandled exception has occurred at {Address}.", Canary);
            logger.Information("Request starting {Address}", Canary);
        }

        var (problem, count) = problems.Take().ShouldHaveSingleItem();

        count.ShouldBe(3);
        problem.ShouldContain("UnhandledException");
        problem.ShouldContain("System.InvalidOperationException");
        problem.ShouldNotContain(Canary);
        problems.Take().ShouldBeEmpty();
    }

    [Fact]
    public void There_is_no_end_to_what_can_break_and_there_is_to_what_is_kept()
    {
        var problems = new AnonymousProblems();
        for (var number = 0; number < 1000; number++)
        {
            LoggerOf($"Category{number}", "Broken", problems).Error("It broke");
        }

        problems.Take().Count.ShouldBe(100);
    }

    /// <summary>As events come from the framework.</summary>
    private ILogger LoggerOf(string category, string @event, ILogEventSink? sink = null) => new LoggerConfiguration()
        .WriteTo.Sink(sink ?? new Written(_log)).CreateLogger()
        .ForContext(Constants.SourceContextPropertyName, category)
        .ForContext("EventId", new { Name = @event }, destructureObjects: true);

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException($"Invalid: {Canary}", new PostgresException($"invalid value {Canary}", "ERROR", "ERROR", "23514", detail: $"Key ({Canary})"));
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }

    private sealed class Written(TextWriter output) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => new PortalLogFormat().Format(logEvent, output);
    }
}
