using Microsoft.AspNetCore.Razor.TagHelpers;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

/// <summary>The state of a signal. To its reporter a turn of the reporter is "your turn".</summary>
[HtmlTargetElement("sp-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Status : TagHelper
{
    public SignalStatus Of { get; set; }
    public Closing? Because { get; set; }
    public bool IsMine { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (style, icon) = Of switch
        {
            SignalStatus.New => ("new", "info"),
            _ when Of.AwaitsTheReporter && IsMine => ("you", "talk"),
            SignalStatus.InProgress or SignalStatus.AwaitingClarification => ("busy", "clock"),
            SignalStatus.AwaitingReply or SignalStatus.Answered => ("busy", "talk"),
            _ => ("no", "check"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"sp-status sp-status--{style}");
        output.Content.AppendHtml(Icon.Draw(icon)).Append(
            Of.AwaitsTheReporter && IsMine ? SharedTexts.YourTurn : Because is { } because ? because.Text : Of.Text);
    }
}
