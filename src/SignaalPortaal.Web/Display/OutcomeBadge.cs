using Microsoft.AspNetCore.Razor.TagHelpers;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

[HtmlTargetElement("sp-outcome", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OutcomeBadge : TagHelper
{
    public Outcome Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isYes = Of is Outcome.Adopted or Outcome.PartlyAdopted;
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"sp-status sp-status--{(isYes ? "yes" : "no")}");
        output.Content.AppendHtml(Icon.Draw(isYes ? "check" : "no")).Append(Of.Text);
    }
}
