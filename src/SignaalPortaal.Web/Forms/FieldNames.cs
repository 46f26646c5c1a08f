using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Forms;

/// <summary>The name of a field is FieldTexts.&lt;property&gt;, on the page and in messages.</summary>
internal static class FieldNames
{
    public static string Of(string property) => FieldTexts.ResourceManager.GetString(property)
        ?? throw new InvalidOperationException($"FieldTexts.resx has no name for '{property}'.");
}
