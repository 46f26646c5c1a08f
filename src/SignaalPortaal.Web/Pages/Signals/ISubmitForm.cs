using SignaalPortaal.Application;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Forms;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>What the form on which a signal is written shows, whoever writes it; see _SubmitFields.cshtml and _SubmitCheck.cshtml.</summary>
public interface ISubmitForm
{
    SubmitSignal Input { get; }

    /// <summary>A unit to look for.</summary>
    string? Search { get; }

    Found<UnitView> Units { get; }

    Uploads Uploads { get; }

    /// <summary>What would happen; null while the form is filled in.</summary>
    SignalPreview? Preview { get; }

    /// <summary>The part that opens is open when something in it was filled in or asked for.</summary>
    bool HasDetails =>
        !string.IsNullOrEmpty(Search) || Input.ForUnit is not null
        || new[] { Input.AffectedRule, Input.Since, Input.Frequency, Input.Affected, Input.OnPaper, Input.InPractice, Input.Workaround }
            .Any(text => !string.IsNullOrEmpty(text));
}
