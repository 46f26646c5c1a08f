using Microsoft.AspNetCore.Razor.TagHelpers;
using SignaalPortaal.Application;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

/// <summary>How far away a last day is, in words, with a drawing, and in colour.</summary>
[HtmlTargetElement("sp-deadline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Deadline(CurrentViewer current) : TagHelper
{
    public DateOnly On { get; set; }
    public DateOnly Today { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (style, icon) = On < Today ? ("sp-deadline--late", "late") : current.Calendar.IsSoon(On, Today) ? ("sp-deadline--soon", "clock") : ("", "clock");
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"sp-deadline {style}");
        output.Content.AppendHtml(Icon.Draw(icon)).Append(Days.Away(On, Today));
    }
}
