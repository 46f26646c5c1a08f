using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SignaalPortaal.Web.Display;

/// <summary>What somebody wrote, as it was written: paragraphs and line ends stay, and its direction of writing does not reach the text around it.</summary>
[HtmlTargetElement("sp-said", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Said : TagHelper
{
    public string? Text { get; set; }

    /// <summary>Further classes.</summary>
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "blockquote";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"sp-quote sp-said {Class}".TrimEnd());
        output.Attributes.SetAttribute("dir", "auto");
        output.Content.SetContent(Text);
    }
}
