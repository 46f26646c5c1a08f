using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Access;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Hostile;

/// <summary>
/// Every form that five people and a visitor without an account see, filled with what no one types by accident: no answer is an error of the
/// server, and a form that comes back holds what was typed.
/// </summary>
public sealed class HostileFormsTests(AccessPortal portal) : IClassFixture<AccessPortal>
{
    /// <summary>How many values go into each form; eng/checks/hostile-forms.sh sends all of them.</summary>
    private static readonly int Values = int.Parse(Environment.GetEnvironmentVariable("HOSTILE_VALUES") ?? "8", CultureInfo.InvariantCulture);

    /// <summary>Has no common divisor with the number of values, so that a few are of every sort.</summary>
    private const int Stride = 37;

    private static readonly string[] NotForms = ["/Demo/DayForward", "/Demo/Publish", "/SignOut", "/Error"];

    [Fact]
    public void There_are_two_hundred_values_of_every_sort() => HostileValues.All.Distinct().Count().ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public async Task No_form_breaks_and_none_loses_what_was_typed()
    {
        var (wrong, sent) = (new List<string>(), 0);
        foreach (var page in (await Route.Of(portal)).Select(route => route.Page).Where(page => char.IsAsciiLetterUpper(page[1])).Distinct().Except(NotForms))
        {
            var scene = await AccessScene.For(portal, page);
            foreach (var (part, personId) in People)
            {
                foreach (var form in await Forms(page, scene, personId))
                {
                    for (var round = 0; round < Values; round++)
                    {
                        sent++;
                        wrong.AddRange(await Send(form, scene, personId, round, $"{page} as {part}"));
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
        sent.ShouldBeGreaterThan(50 * Values);
    }

    private IEnumerable<(string Part, Guid? PersonId)> People =>
    [
        ("reporter", portal.Cast.Reporter), ("holder", portal.Cast.TeamLeadOfTheSouth), ("administrator", portal.Cast.Administrator),
        ("adviser", portal.Cast.ConfidentialAdviser), ("union", portal.Cast.Union), ("nobody", null),
    ];

    /// <summary>The forms of a page as this person gets them, once for each button that sends them.</summary>
    private async Task<IReadOnlyList<SentForm>> Forms(string page, AccessScene scene, Guid? personId)
    {
        var caller = await portal.SameCaller(personId);
        var route = (await Route.Of(portal)).First(route => route.Page == page && route.Handler is "Get");
        var promise = route.Template.Contains("{promise", StringComparison.Ordinal) ? await portal.PromiseOf(scene.Reference) : Guid.Empty;
        using var response = await caller.Get(route.Address(scene.Reference, promise));
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            return [];
        }

        var document = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
        return
        [
            .. from form in document.QuerySelectorAll<IHtmlFormElement>("main form")
               let fields = form.QuerySelectorAll<IHtmlElement>("input[name], textarea[name], select[name]").Select(field => field.GetAttribute("name")!)
                   .Concat(form.QuerySelectorAll($"button[name]").Select(button => button.GetAttribute("name")!)).Distinct().ToList()
               from action in form.QuerySelectorAll("button[formaction]").Select(button => button.GetAttribute("formaction")!)
                   .Append(form.GetAttribute("action") ?? "").Select(action => action.Length > 0 ? action : route.Address(scene.Reference, promise)).Distinct()
               select new SentForm(action, form.Method is "get", fields, Typed: [.. form.QuerySelectorAll("textarea[name], input[type=text][name]").Select(field => field.GetAttribute("name")!)]),
        ];
    }

    /// <summary>What is wrong with the answer. In even rounds everything is hostile, in odd ones a single field.</summary>
    private async Task<IReadOnlyList<string>> Send(SentForm form, AccessScene scene, Guid? personId, int round, string what)
    {
        var caller = await portal.SameCaller(personId);
        var usual = (await scene.Form(portal)).ToDictionary(field => field.Key, field => WebUtility.UrlEncode(field.Value));
        var hostile = form.Fields.Where(name => name != Caller.TokenField).ToList();
        var only = hostile.Count > 0 && round % 2 == 1 ? hostile[round / 2 % hostile.Count] : null;
        var values = new Dictionary<string, string>(usual);
        foreach (var (name, index) in hostile.Select((name, index) => (name, index)).Where(field => only is null || field.name == only))
        {
            values[name] = HostileValues.All[((round * Stride) + index) % HostileValues.All.Count];
        }

        if (form.IsSearch)
        {
            var query = string.Join('&', hostile.Select(name => $"{WebUtility.UrlEncode(name)}={values.GetValueOrDefault(name, "")}"));
            using var page = await caller.Get($"{form.Action.Split('?')[0]}?{query}");
            return (int)page.StatusCode >= 500 ? [$"{(int)page.StatusCode} of {what}: {form.Action}?{query[..Math.Min(query.Length, 600)]}"] : [];
        }

        var body = string.Join('&', values.Select(field => $"{WebUtility.UrlEncode(field.Key)}={field.Value}").Prepend($"{Caller.TokenField}={WebUtility.UrlEncode(caller.Token)}"));
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await caller.Post(form.Action, content);
        var html = await response.Content.ReadAsStringAsync();
        var sent = $"{what}: {form.Action} with {body[..Math.Min(body.Length, 600)]}";
        if ((int)response.StatusCode >= 500)
        {
            return [$"{(int)response.StatusCode} of {sent}"];
        }

        return response.StatusCode is HttpStatusCode.BadRequest
            ? [.. Lost(html, form, values).Select(name => $"{name} was lost by {sent}")]
            : [];
    }

    /// <summary>Fields that stand in the form that came back, without what had been typed in them.</summary>
    private static IEnumerable<string> Lost(string html, SentForm form, Dictionary<string, string> values)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var name in form.Typed.Where(values.ContainsKey))
        {
            var typed = Words.Readable(WebUtility.UrlDecode(values[name]));
            var shown = document.QuerySelectorAll($"main form[method=post] [name='{name}']")
                .Select(field => field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "").ToList();
            if (shown.Count > 0 && !shown.Exists(value => Same(Words.Readable(value), typed)))
            {
                yield return name;
            }
        }
    }

    /// <summary>Line ends and what no page can hold apart.</summary>
    private static bool Same(string shown, string typed) => Plain(shown) == Plain(typed);

    private static string Plain(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter is not ('\ufffd' or '\uffff' or '\ufffe'))).TrimStart('\n');

    private sealed record SentForm(string Action, bool IsSearch, IReadOnlyList<string> Fields, IReadOnlyList<string> Typed);
}
