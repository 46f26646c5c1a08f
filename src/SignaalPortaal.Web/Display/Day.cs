using Microsoft.AspNetCore.Razor.TagHelpers;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

/// <summary>A day in words, readable for machines too.</summary>
[HtmlTargetElement("sp-day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Day(TimeProvider clock) : TagHelper
{
    public DateOnly Value { get; set; }

    /// <summary>Without the day of the week, and without the year when it is this one.</summary>
    public bool Brief { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Value.ToString("yyyy-MM-dd"));
        output.Content.SetContent(Brief ? Value.InShort(clock.GetUtcNow().DutchDate) : Value.InFull);
    }
}
