using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Fault.Tests.Infrastructure;

/// <summary>The portal as it runs in earnest: a process of its own, which can be killed.</summary>
public sealed class Node : IAsyncDisposable
{
    /// <summary>How long a node may take to stop when it is asked to.</summary>
    public static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(25);

    private const int Terminate = 15;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];

    private Node(Process process) => _process = process;

    /// <summary>What it wrote, to say with a failure.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Where it runs, and would leave files behind.</summary>
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/SignaalPortaal.Web/bin", BuildConfiguration, "net10.0"));

    public int ExitCode => _process.ExitCode;

    /// <param name="settings">In the names of environment variables.</param>
    public static Node Start(string connection, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder, "SignaalPortaal.Web.dll")])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["DemoSignIn"] = "false";
        start.Environment["Keys__Folder"] = TestKeys.Folder;
        start.Environment["ConnectionStrings__Portal"] = connection;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var node = new Node(new Process { StartInfo = start });
        node._process.OutputDataReceived += (_, line) => node._output.Enqueue(line.Data ?? "");
        node._process.ErrorDataReceived += (_, line) => node._output.Enqueue(line.Data ?? "");
        node._process.Start();
        node._process.BeginOutputReadLine();
        node._process.BeginErrorReadLine();
        return node;
    }

    /// <summary>Where its pages are, once it serves them.</summary>
    public async Task<Uri> Address(TimeSpan patience)
    {
        const string Told = "Now listening on: ";
        string? line = null;
        await DueSignals.WaitUntil(() => Task.FromResult((line = _output.FirstOrDefault(line => line.Contains(Told, StringComparison.Ordinal))) is not null), patience, () => Output);
        return new Uri(line![(line!.IndexOf(Told, StringComparison.Ordinal) + Told.Length)..]);
    }

    /// <summary>Kill -9: it gets no chance to do anything any more.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a machine that shuts down does, and waits until it has.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> Stop()
    {
        var asked = Stopwatch.GetTimestamp();
        _ = SendSignal(_process.Id, Terminate);
        using var patience = new CancellationTokenSource(GracePeriod + TimeSpan.FromSeconds(10));
        await _process.WaitForExitAsync(patience.Token);
        return Stopwatch.GetElapsedTime(asked);
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Ends()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }

    private static string BuildConfiguration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
