namespace SignaalPortaal.Web.Forms;

/// <summary>Names of fields in forms that are not somebody's input.</summary>
internal static class FormFields
{
    /// <summary>By convention the form of a page is bound to a property of this name.</summary>
    public const string Input = "Input";

    public const string Seen = "Input.Seen";
    public const string WhenSeen = "Input.WhenSeen";
    public const string UploadKey = "Input.UploadKey";
    public const string FormKey = "Input.FormKey";
    public const string ReceiptKey = "Input.ReceiptKey";
    public const string AntiforgeryToken = "formulier";

    /// <summary>What a person typed in a form that could not be handled, to copy it from the page that says so.</summary>
    public static async Task<IReadOnlyList<string>> Typed(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            _ = request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : null;
            return [.. Filled(request).Select(field => field.Value).Where(text => !string.IsNullOrWhiteSpace(text))];
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException)
        {
            return [];
        }
    }

    /// <summary>The fields that a person filled in, as they were sent.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Filled(HttpRequest request) =>
        from field in request.HasFormContentType ? request.Form : FormCollection.Empty
        where field.Key.StartsWith($"{Input}.", StringComparison.Ordinal) && field.Key is not (Seen or FormKey or ReceiptKey or UploadKey)
        from value in field.Value
        select KeyValuePair.Create(field.Key, value ?? "");
}
