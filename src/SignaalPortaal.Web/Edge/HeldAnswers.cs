using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.StaticAssets;

namespace SignaalPortaal.Web.Edge;

/// <summary>
/// Sends an answer when it is complete and its place is free again: whoever reads slowly holds no place, no connection to the database and no transaction.
/// What only asked for something, and met a database that had just gone, asks once more.
/// </summary>
internal sealed class HeldAnswers(RequestDelegate next, NetworkRooms rooms, IServiceScopeFactory scopes)
{
    private const int Part = 64 * 1024;

    /// <summary>For the slowest download there may be.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>By then a database that was switched over takes connections again, as a rule.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task InvokeAsync(HttpContext context)
    {
        // Styles and scripts take no place.
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            await next(context);
            return;
        }

        using var answer = new MemoryStream();
        var later = new SentLater();
        context.Features.Set(later);
        await Handle(context, answer, later);
        if (answer.Length == 0 && later.Parts is null)
        {
            return;
        }

        using var passage = rooms.Answers.Enter(NetworkRooms.PartyOf(context), context.RequestAborted);
        passage.EndAfter(Longest);
        passage.Hold(Math.Max(answer.Length, later.Held));
        try
        {
            for (var sent = 0; sent < answer.Length; sent += Part)
            {
                await Send(answer.GetBuffer().AsMemory(sent, (int)Math.Min(Part, answer.Length - sent)));
            }

            await foreach (var part in later.Parts ?? Nothing())
            {
                await Send(part);
            }
        }
        catch (OperationCanceledException) when (passage.Ends.IsCancellationRequested)
        {
            context.Abort();
        }

        async Task Send(ReadOnlyMemory<byte> part)
        {
            await context.Response.Body.WriteAsync(part, passage.Ends);
            passage.Moves(part.Length);
        }
    }

    private async Task Handle(HttpContext context, MemoryStream answer, SentLater later)
    {
        var mayAskAgain = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var network = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        try
        {
            try
            {
                await Once();
            }
            catch (Exception exception) when (mayAskAgain && Failures.IsPassing(exception))
            {
                await Task.Delay(Pause, context.RequestAborted);
                context.Response.Clear();
                answer.SetLength(0);
                later.Parts = null;

                // What the first attempt left behind knows a connection that is gone.
                var scope = scopes.CreateAsyncScope();
                context.Response.RegisterForDisposeAsync(scope);
                context.RequestServices = scope.ServiceProvider;
                await Once();
            }
        }
        finally
        {
            context.Features.Set(network);
        }

        async Task Once()
        {
            var held = new StreamResponseBodyFeature(answer, network);
            context.Features.Set<IHttpResponseBodyFeature>(held);
            await next(context);
            await held.CompleteAsync();
        }
    }

    private static async IAsyncEnumerable<byte[]> Nothing()
    {
        await Task.CompletedTask;
        yield break;
    }
}

/// <summary>What comes after the answer, part by part, and is too large to be held.</summary>
internal sealed class SentLater
{
    public IAsyncEnumerable<byte[]>? Parts { get; set; }

    /// <summary>In bytes: how much of it is in memory at a moment.</summary>
    public long Held => Parts is null ? 0 : 512 * 1024;
}
