using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Forms;

/// <summary>
/// The name of a field, on the page and in messages: FieldTexts.&lt;form&gt;_&lt;property&gt; where it has another name on one form, and
/// FieldTexts.&lt;property&gt; everywhere else.
/// </summary>
internal static class FieldNames
{
    public static string? Find(Type form, string property) =>
        FieldTexts.ResourceManager.GetString($"{form.Name}_{property}") ?? FieldTexts.ResourceManager.GetString(property);

    public static string Of(Type form, string property) => Find(form, property)
        ?? throw new InvalidOperationException($"FieldTexts.resx has no name for '{property}' of {form.Name}.");
}
