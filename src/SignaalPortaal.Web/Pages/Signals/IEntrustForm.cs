using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Voice;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>What the form with which a reporter gives a signal to the union needs, signed in or not; see _EntrustFields.</summary>
public interface IEntrustForm
{
    EntrustSignal Input { get; }

    SignalView Signal { get; }
}
