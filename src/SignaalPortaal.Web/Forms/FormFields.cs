using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Texts;

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

    /// <summary>The properties of forms in which a person types; others hold a choice, a day or a key.</summary>
    private static readonly Lazy<HashSet<string>> TypedProperties = new(() =>
        [.. typeof(FormFields).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)))
            .Select(page => page.GetProperty(Input)?.PropertyType).OfType<Type>()
            .SelectMany(form => form.GetProperties().Select(property => property.PropertyType)
                .Where(type => type.IsGenericType).SelectMany(type => type.GetGenericArguments()).Append(form))
            .SelectMany(type => type.GetProperties()).Where(property => property.PropertyType == typeof(string)).Select(property => property.Name)]);

    /// <summary>What a person typed in a form that could not be handled, to copy it from the page that says so.</summary>
    public static async Task<IReadOnlyList<TypedField>> Typed(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            _ = request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : null;
            return
            [
                .. from field in Filled(request)
                   let property = field.Key[(field.Key.LastIndexOf('.') + 1)..]
                   where TypedProperties.Value.Contains(property) && !Words.IsBlank(field.Value)
                   select new TypedField(FieldTexts.ResourceManager.GetString(property), field.Value),
            ];
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException)
        {
            return [];
        }
    }

    /// <summary>Whether files came with the form, or had been kept for it.</summary>
    public static bool HasFiles(HttpRequest request) =>
        request.HasFormContentType && (request.Form.Files.Count > 0 || request.Form.ContainsKey(UploadKey));

    /// <summary>The fields that a person filled in, as they were sent.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Filled(HttpRequest request) =>
        from field in request.HasFormContentType ? request.Form : FormCollection.Empty
        where field.Key.StartsWith($"{Input}.", StringComparison.Ordinal) && field.Key is not (Seen or FormKey or ReceiptKey or UploadKey)
        from value in field.Value
        select KeyValuePair.Create(field.Key, value ?? "");
}

/// <summary>A text that somebody typed.</summary>
/// <param name="Label">The name of the field on the page; null for one that has none.</param>
public sealed record TypedField(string? Label, string Text);
