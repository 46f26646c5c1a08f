using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Forms;

/// <summary>All messages of a form that came back, each leading to its field. Gets the focus.</summary>
[HtmlTargetElement("sp-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummary : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(field => field.Value!.Errors.Take(1).Select(error => (field.Key, error.ErrorMessage)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "sp-errors sp-prose");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");

        var title = new TagBuilder("h2");
        title.InnerHtml.Append(errors.Count == 1 ? SharedTexts.OneError : string.Format(SharedTexts.SeveralErrors, errors.Count));
        output.Content.AppendHtml(title).AppendHtml(new InPageOrder(errors, FieldsOf(ViewContext.HttpContext)));
    }

    /// <summary>The names of the fields of the page that is being made, in the order in which they stand on it.</summary>
    internal static List<string> FieldsOf(HttpContext context) =>
        context.Items.TryGetValue(typeof(ErrorSummary), out var fields) && fields is List<string> list
            ? list
            : (List<string>)(context.Items[typeof(ErrorSummary)] = new List<string>());

    /// <summary>Written when the page is complete: the summary stands above the fields whose order it follows.</summary>
    private sealed class InPageOrder(List<(string Key, string ErrorMessage)> errors, List<string> fields) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var list = new TagBuilder("ul");
            foreach (var (field, message) in errors.OrderBy(error => Place(error.Key)))
            {
                var item = new TagBuilder("li");
                if (field.Length == 0)
                {
                    item.InnerHtml.Append(message);
                }
                else
                {
                    var link = new TagBuilder("a");
                    link.Attributes["href"] = $"#{TagBuilder.CreateSanitizedId(field, "_")}";
                    link.InnerHtml.Append(message);
                    item.InnerHtml.AppendHtml(link);
                }

                list.InnerHtml.AppendHtml(item);
            }

            list.WriteTo(writer, encoder);
        }

        /// <summary>What is of the whole form comes first, what is of no known field last.</summary>
        private int Place(string field) => field.Length == 0 ? -1 : fields.IndexOf(field) is >= 0 and var place ? place : int.MaxValue;
    }
}
