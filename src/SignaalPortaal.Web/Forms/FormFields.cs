namespace SignaalPortaal.Web.Forms;

/// <summary>Names of fields in forms that are not somebody's input.</summary>
internal static class FormFields
{
    /// <summary>By convention the form of a page is bound to a property of this name.</summary>
    public const string Input = "Input";

    public const string Seen = "Input.Seen";
    public const string FormKey = "Input.FormKey";
    public const string AntiforgeryToken = "formulier";

    /// <summary>The fields that a person filled in, as they were sent.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Filled(HttpRequest request) =>
        from field in request.HasFormContentType ? request.Form : FormCollection.Empty
        where field.Key.StartsWith($"{Input}.", StringComparison.Ordinal) && field.Key is not (Seen or FormKey)
        from value in field.Value
        select KeyValuePair.Create(field.Key, value ?? "");
}
