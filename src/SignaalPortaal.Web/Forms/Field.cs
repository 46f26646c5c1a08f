using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Forms;

/// <summary>What each kind of field has: its name in the form, what was typed, and the message that belongs to it.</summary>
public abstract class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public string? Hint { get; set; }
    public bool Optional { get; set; }

    /// <summary>Whether it must be filled in depends on another answer; the hint says on which.</summary>
    public bool Depends { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string FieldName => For.Name;

    protected string Id => TagBuilder.CreateSanitizedId(FieldName, "_");

    protected string? Message => ViewContext.ViewData.ModelState.TryGetValue(FieldName, out var entry) && entry.Errors.Count > 0
        ? entry.Errors[0].ErrorMessage
        : null;

    /// <summary>What was typed when the form comes back, otherwise what the model has.</summary>
    protected string Value => ViewContext.ViewData.ModelState.TryGetValue(FieldName, out var entry) && entry.AttemptedValue is { } attempted
        ? attempted
        : For.Model switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            var value => value.ToString() ?? "",
        };

    protected string LabelText => Optional ? string.Format(SharedTexts.OptionalField, Name) : Name;

    protected string? DescribedBy => (Hint, Message) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-h",
        (null, _) => $"{Id}-e",
        _ => $"{Id}-h {Id}-e",
    };

    private string Name => FieldNames.Of(For.Metadata.ContainerType!, For.Metadata.PropertyName!);

    protected void Frame(TagHelperOutput output, string tagName)
    {
        ErrorSummary.FieldsOf(ViewContext.HttpContext).Add(FieldName);
        output.TagName = tagName;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Message is null ? "utrecht-form-field" : "utrecht-form-field utrecht-form-field--invalid");
    }

    protected void AppendHintAndMessage(TagHelperContent content)
    {
        if (Hint is not null)
        {
            content.AppendHtml(Tag("div", "utrecht-form-field-description", Hint, ($"id", $"{Id}-h")));
        }

        if (Message is not null)
        {
            var message = Tag("div", "utrecht-form-field-error-message", text: null, ("id", $"{Id}-e"));
            message.InnerHtml.AppendHtml(Icon.Draw("cross"));
            var words = new TagBuilder("span");
            words.InnerHtml.AppendHtml(Tag("span", "sp-visually-hidden", SharedTexts.ErrorPrefix)).Append(Message);
            message.InnerHtml.AppendHtml(words);
            content.AppendHtml(message);
        }
    }

    protected static TagBuilder Tag(string name, string style, string? text, params (string Name, string? Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(style);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                tag.Attributes[attribute] = value;
            }
        }

        if (text is not null)
        {
            tag.InnerHtml.Append(text);
        }

        return tag;
    }
}

/// <summary>A label, a hint, a message and a text to fill in.</summary>
[HtmlTargetElement("sp-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Field : FieldTagHelper
{
    /// <summary>The longest text, in characters as a browser counts them. A text of several lines gets a counter instead of being cut off unseen.</summary>
    public int Max { get; set; }

    /// <summary>More than one makes it a text of several lines.</summary>
    public int Rows { get; set; } = 1;

    public DateOnly? Earliest { get; set; }
    public DateOnly? Latest { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Frame(output, "div");
        output.Content.AppendHtml(Tag("label", "utrecht-form-label", LabelText, ("for", Id)));
        AppendHintAndMessage(output.Content);
        output.Content.AppendHtml(Rows > 1 ? Area() : Line());
    }

    private TagBuilder Area()
    {
        var area = Tag(
            "textarea", "utrecht-textarea utrecht-textarea--html-textarea", text: null,
            [.. Shared(), ("rows", Rows.ToString(CultureInfo.InvariantCulture)), ("data-teller", Max.ToString(CultureInfo.InvariantCulture)),
                ("data-teller-over", SharedTexts.CharactersLeft), ("data-teller-over-1", SharedTexts.OneCharacterLeft),
                ("data-teller-teveel", SharedTexts.CharactersTooMany), ("data-teller-teveel-1", SharedTexts.OneCharacterTooMany)]);

        // The parser of a browser drops the first line end in a textarea.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        return area;
    }

    private TagBuilder Line()
    {
        var isDay = (Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType) == typeof(DateOnly);
        var line = Tag(
            "input", "utrecht-textbox utrecht-textbox--html-input", text: null,
            [.. Shared(), ("type", isDay ? "date" : "text"), ("value", Value), ("maxlength", Max > 0 ? Max.ToString(CultureInfo.InvariantCulture) : null),
                ("min", Earliest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("max", Latest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);
        line.TagRenderMode = TagRenderMode.SelfClosing;
        return line;
    }

    private (string, string?)[] Shared() =>
    [
        ("id", Id), ("name", FieldName), ("aria-required", Optional || Depends ? null : "true"), ("aria-describedby", DescribedBy),
        ("aria-invalid", Message is null ? null : "true"), ("dir", "auto"),
    ];
}

/// <summary>A question with one answer out of an enum's values.</summary>
[HtmlTargetElement("sp-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Radios : FieldTagHelper
{
    /// <summary>The values to choose from; null for all.</summary>
    public IEnumerable<Enum>? Values { get; set; }

    /// <summary>The first choice is to choose nothing, under this name.</summary>
    public string? None { get; set; }

    public bool TwoColumns { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Frame(output, "fieldset");
        if (DescribedBy is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", DescribedBy);
        }

        output.Content.AppendHtml(Tag("legend", "sp-legend", LabelText));
        AppendHintAndMessage(output.Content);

        var options = Tag("div", TwoColumns ? "sp-options sp-options--2" : "sp-options", text: null);
        var type = Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;
        var values = Values ?? Enum.GetValues(type).Cast<Enum>();
        var choices = values.Select(value => (
            Value: value.ToString(),
            Name: EnumTexts.ResourceManager.GetString($"{type.Name}_{value}")!,
            Hint: EnumTexts.ResourceManager.GetString($"{type.Name}_{value}_Hint")));
        if (None is not null)
        {
            choices = choices.Prepend((Value: "", Name: None, Hint: null));
        }

        foreach (var ((value, name, hint), index) in choices.Select((choice, index) => (choice, index)))
        {
            options.InnerHtml.AppendHtml(Option(value, name, hint, index));
        }

        output.Content.AppendHtml(options);
    }

    private TagBuilder Option(string value, string name, string? hint, int index)
    {
        // The message at the top of the page leads to the first choice.
        var id = index == 0 ? Id : $"{Id}_{value}";
        var option = Tag("div", "sp-option", text: null);
        var input = Tag(
            "input", "utrecht-radio-button utrecht-radio-button--html-input", text: null,
            ("type", "radio"), ("id", id), ("name", FieldName), ("value", value), ("checked", value == Value ? "checked" : null));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var label = Tag("label", "utrecht-form-label utrecht-form-label--radio", name, ("for", id));
        if (hint is not null)
        {
            label.InnerHtml.AppendHtml(Tag("span", "sp-option__hint", hint));
        }

        option.InnerHtml.AppendHtml(input).AppendHtml(label);
        return option;
    }
}
