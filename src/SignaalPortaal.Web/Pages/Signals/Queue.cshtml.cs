using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>The address holds the filter, so that it can be kept as a bookmark. Who comes without one finds the last filter back, but never the last search.</summary>
public sealed class QueueModel(IMediator mediator, PortalCookies cookies) : PageModel
{
    /// <summary>In the address: every open state.</summary>
    public const string All = "alle";

    /// <summary>In the address: what was passed on, in any state.</summary>
    public const string PassedOn = "doorgezet";

    [BindProperty(Name = "staat", SupportsGet = true)]
    public string? ChosenState { get; set; }

    [BindProperty(Name = "soort", SupportsGet = true)]
    public SignalKind? Kind { get; set; }

    [BindProperty(Name = "risico", SupportsGet = true)]
    public RiskLevel? Risk { get; set; }

    [BindProperty(Name = "onderdeel", SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(Name = "zoek", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "na", SupportsGet = true)]
    public string? After { get; set; }

    public QueueView Queue { get; private set; } = null!;

    public SignalStatus? State =>
        Enum.GetValues<SignalStatus>().Where(state => state.ToString() == ChosenState).Select(state => (SignalStatus?)state).FirstOrDefault();

    public bool IsPassedOn => ChosenState == PassedOn;

    public bool IsFiltered => Kind is not null || Risk is not null || Unit is not null || !string.IsNullOrWhiteSpace(Search);

    /// <summary>As in the address.</summary>
    public string ShownState => IsPassedOn ? PassedOn : State?.ToString() ?? All;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Request.QueryString.HasValue && Request.Cookies[cookies.LastFilter] is ['?', ..] last)
        {
            return LocalRedirect($"{Url.Page("Queue")}{last}");
        }

        Queue = await mediator.Send(
            new GetQueue { State = State, PassedOn = IsPassedOn, Kind = Kind, Risk = Risk, Unit = Unit, Search = Search, After = After }, cancellationToken);
        cookies.KeepLastFilter(Response, Filter(ShownState, search: null));
        return Page();
    }

    /// <summary>As on its tab.</summary>
    public string ListName => NameOf(ShownState);

    /// <summary>Where else what was looked for may be: in the address, and as on its tab.</summary>
    public IEnumerable<(string List, string Name)> OtherLists =>
        from list in new[] { All, nameof(SignalStatus.Closed), PassedOn }
        where list != ShownState
        select (list, NameOf(list));

    /// <summary>The same search in another list, without other filters.</summary>
    public string SearchElsewhere(string list) => $"{Url.Page("Queue")}{new QueryBuilder { { "staat", list }, { "zoek", Search ?? "" } }}";

    /// <summary>This filter with another state, or its next page.</summary>
    public string Address(string state, string? after = null)
    {
        var filter = Filter(state, Search);
        if (after is not null)
        {
            filter.Add("na", after);
        }

        return $"{Url.Page("Queue")}{filter}";
    }

    private static string NameOf(string list) => list switch
    {
        PassedOn => SignalTexts.PassedOn,
        All => SignalTexts.AllOpen,
        _ => Enum.Parse<SignalStatus>(list).Text,
    };

    private QueryBuilder Filter(string state, string? search)
    {
        var filter = new QueryBuilder { { "staat", state } };
        foreach (var (name, value) in new[] { ("soort", Kind?.ToString()), ("risico", Risk?.ToString()), ("onderdeel", Unit?.ToString()), ("zoek", search) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                filter.Add(name, value);
            }
        }

        return filter;
    }
}
