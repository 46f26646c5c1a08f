using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SignaalPortaal.Web.Display;

/// <summary>A drawing beside a text that says the same; hidden from who cannot see it.</summary>
[HtmlTargetElement("sp-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon : TagHelper
{
    private static readonly Dictionary<string, string> Drawings = new()
    {
        ["up"] = """<path d="M12 20V5M6 11l6-6 6 6"/>""",
        ["across"] = """<path d="M4 12h15M13 6l6 6-6 6"/>""",
        ["check"] = """<path d="m5 12.5 4.5 4.5L19 7.5"/>""",
        ["no"] = """<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8"/>""",
        ["cross"] = """<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6M15 9l-6 6"/>""",
        ["talk"] = """<path d="M4 5h16v11H9l-5 4z"/>""",
        ["late"] = """<path d="M12 4 2.8 20h18.4zM12 10.5v4M12 17.2h.01"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>""",
        ["info"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 11.5v4.5M12 8h.01"/>""",
        ["send"] = """<path d="M4 12 20 4l-5 16-4-7z"/>""",
        ["person"] = """<circle cx="12" cy="8" r="3.6"/><path d="M4.8 20c.8-3.6 3.7-5.5 7.2-5.5s6.4 1.9 7.2 5.5"/>""",
        ["menu"] = """<path d="M4 7h16M4 12h16M4 17h16"/>""",
        ["chevron"] = """<path d="m6 9 6 6 6-6"/>""",
        ["search"] = """<circle cx="11" cy="11" r="6.5"/><path d="m16 16 5 5"/>""",
        ["print"] = """<path d="M7 9V4h10v5M7 17H4v-6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v6h-3"/><rect x="7" y="14" width="10" height="6"/>""",
        ["eye"] = """<path d="M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6z"/><circle cx="12" cy="12" r="2.5"/>""",
        ["add"] = """<path d="M12 5v14M5 12h14"/>""",
        ["list"] = """<path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01"/>""",
        ["back"] = """<path d="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6"/>""",
    };

    public required string Name { get; set; }

    /// <summary>Further classes.</summary>
    public string? Class { get; set; }

    public static IHtmlContent Draw(string name, string? further = null) => new HtmlString(
        $"""<svg class="sp-icon {further}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{Drawings[name]}</svg>""");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Name, Class));
    }
}
