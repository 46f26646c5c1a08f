using Microsoft.AspNetCore.Http.Features;
using SignaalPortaal.Web.Forms;
using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Edge;

/// <summary>The rooms in which people wait for the network, and for nothing else.</summary>
internal sealed class NetworkRooms(Limits limits)
{
    public NetworkRoom Forms { get; } = limits.RoomForForms();

    public NetworkRoom Answers { get; } = Limits.RoomForAnswers();

    public static Party PartyOf(HttpContext context) =>
        AnonymousRoute.Is(context) ? new Party(PartyKind.Anonymous)
        : SignedInPerson.IdsOf(context.User) is var (_, person) ? new Party(PartyKind.Person, person)
        : new Party(PartyKind.Nobody);
}

/// <summary>
/// Takes a form in whole before the request gets a place, a connection to the database or a transaction: those are few, and whoever sends is as slow as they like.
/// </summary>
internal sealed class Intake(RequestDelegate next, NetworkRooms rooms, IConfiguration configuration)
{
    /// <summary>Of a form with words only, and of one with files: at home or on a phone.</summary>
    private static readonly TimeSpan LongestForWords = TimeSpan.FromMinutes(1), LongestForFiles = TimeSpan.FromMinutes(10);

    /// <summary>What the setting ASPNETCORE_TEMP says.</summary>
    private readonly string _folder = configuration["TEMP"] ?? Path.GetTempPath();

    public async Task InvokeAsync(HttpContext context)
    {
        // The page that tells what went wrong is asked for with the same request, and gets what came in.
        if (!HttpMethods.IsPost(context.Request.Method) || context.Features.Get<TakenIn>() is not null)
        {
            await next(context);
            return;
        }

        using var passage = rooms.Forms.Enter(NetworkRooms.PartyOf(context), context.RequestAborted);
        var form = await Take(context, passage);
        context.Features.Set(new TakenIn(form.FilesWereLost));
        if (form.Refusal is not { } refusal)
        {
            await next(context);
            return;
        }

        // What did not come in whole is used for nothing, and the rest of it is not waited for.
        context.Request.ContentType = null;
        context.Response.StatusCode = refusal;
        context.Response.Headers.Connection = "close";
    }

    private async Task<ArrivedForm> Take(HttpContext context, NetworkRoom.Passage passage)
    {
        var takesFiles = context.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is not null;
        var largest = takesFiles ? TakesFilesAttribute.LargestForm : FormServices.LargestForm;
        if (context.Request.ContentLength > largest)
        {
            return ArrivedForm.Refused(StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = largest;
        }

        passage.EndAfter(takesFiles ? LongestForFiles : LongestForWords);
        try
        {
            var form = await new FormIntake(context, passage, largest, _folder).Read();
            passage.Arrives();
            return form;
        }
        catch (BadHttpRequestException hostile)
        {
            return ArrivedForm.Refused(hostile.StatusCode);
        }
        catch (OperationCanceledException) when (passage.Ends.IsCancellationRequested)
        {
            return ArrivedForm.Refused(passage.WasPushedOut ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status408RequestTimeout);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // Broken, or broken off.
            return ArrivedForm.Refused(StatusCodes.Status400BadRequest);
        }
    }
}

/// <summary>The form of this request came in, or was refused; it is not looked for again.</summary>
/// <param name="FilesWereLost">There was no room for its files; its words are there.</param>
internal sealed record TakenIn(bool FilesWereLost);
