using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>What a form that came back has to show.</summary>
internal static class VisitorChecks
{
    /// <summary>The form came back; the summary leads to these fields, and beside each stands its message.</summary>
    public static void ShouldBeAskedFor(this Visitor visitor, params string[] fields)
    {
        visitor.Status.ShouldBe(HttpStatusCode.BadRequest, visitor.Text);
        visitor.Page.Title!.ShouldStartWith(SharedTexts.ErrorPrefix);
        var links = visitor.Page.QuerySelectorAll("main [role=alert] a").Select(link => link.GetAttribute("href")).ToList();
        links.ShouldBe(fields.Select(field => $"#{field}"), ignoreOrder: true);
        foreach (var field in fields)
        {
            visitor.Page.GetElementById(field).ShouldNotBeNull(field);
            visitor.Page.GetElementById($"{field}-e").ShouldNotBeNull(field);
        }
    }

    /// <summary>The form came back with this rule on top.</summary>
    public static void ShouldReadTheRule(this Visitor visitor, SignalRule rule)
    {
        visitor.Status.ShouldBe(HttpStatusCode.BadRequest, visitor.Text);
        visitor.Page.QuerySelector("main [role=alert]")!.TextContent.ShouldContain(RuleTexts.ResourceManager.GetString(rule.ToString())!);
    }

    /// <summary>Done, and back on the page of the signal, which says so.</summary>
    public static void ShouldBeBackAt(this Visitor visitor, string signal)
    {
        visitor.Status.ShouldBe(HttpStatusCode.OK, visitor.Text);
        visitor.Location.AbsolutePath.ShouldBe(signal);
        visitor.Text.ShouldContain(SignalTexts.ActDone);
    }

    /// <summary>The only event of this name on the timeline, as it reads.</summary>
    public static string EventCalled(this Visitor visitor, string heading)
    {
        var happened = visitor.Page.QuerySelectorAll(".sp-timeline > li").Single(item => item.QuerySelector("h3")!.TextContent.Trim() == heading);
        var texts = happened.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Join(' ', texts).Replace(" ,", ",", StringComparison.Ordinal);
    }

    /// <summary>How many events of this name are on the timeline.</summary>
    public static int EventsCalled(this Visitor visitor, string heading) =>
        visitor.Page.QuerySelectorAll(".sp-timeline > li h3").Count(item => item.TextContent.Trim() == heading);

    /// <summary>As the pages write it.</summary>
    public static string InDutch(this DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL"));

    /// <summary>The reference in the address of a signal, as it is stored.</summary>
    public static string ToReference(this string signal) => Reference.Parse(signal.Split('/')[^1])!;

    public static async Task<bool> Sees(this Visitor visitor, string signal)
    {
        await visitor.Open(signal);
        visitor.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
        return visitor.Status is HttpStatusCode.OK;
    }
}
