using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>What happens before a test begins, sent as the pages send it but without them: quicker where it is not about the pages.</summary>
public static class PortalSteps
{
    /// <summary>The reference of the new signal, without its dash.</summary>
    public static async Task<string> Raises(
        this Portal portal, Guid reporter, SignalKind kind = SignalKind.Bottleneck, bool aboutMyManager = false, Guid? forUnit = null) =>
        (await portal.Send(
            new SubmitSignal
            {
                Kind = kind,
                Subject = "Brief is niet te begrijpen",
                OwnWords = "Burgers bellen ons elke dag over deze brief.",
                AboutMyManager = aboutMyManager,
                ForUnit = forUnit,
            },
            reporter)).Reference;

    /// <summary>Acts on the signal as it is now.</summary>
    public static async Task Does(this Portal portal, Guid person, string reference, SignalAct act)
    {
        var signal = await portal.Send(new GetSignal(reference), person);
        await portal.Send(act with { Reference = reference, Seen = signal.Version }, person);
    }

    public static Task<Guid> VersionOf(this Portal portal, string reference) =>
        portal.Database.Scalar<Guid>($"select version from signals where reference = '{reference}'");

    /// <summary>The only promise of the signal.</summary>
    public static Task<Guid> PromiseOf(this Portal portal, string reference) =>
        portal.Database.Scalar<Guid>($"select p.id from promises p join signals s on s.id = p.signal_id where reference = '{reference}'");

    /// <summary>Puts files in a form that was not sent yet; what opens them is the key of it.</summary>
    public static async Task<string> Uploads(this Portal portal, Guid person, params (string Name, byte[] Bytes)[] files)
    {
        var key = UploadKey.New();
        foreach (var (name, bytes) in files)
        {
            (await portal.Send(new KeepUpload(key, name, bytes.Length, new MemoryStream(bytes)), person)).ShouldBeNull(name);
        }

        return key;
    }

    public static async Task Attaches(this Portal portal, Guid reporter, string reference, string name, byte[] bytes) =>
        await portal.Does(reporter, reference, new AddFacts { Facts = "Zie de bijlage.", UploadKey = await portal.Uploads(reporter, (name, bytes)) });

    /// <summary>The only attachment of the signal.</summary>
    public static Task<Guid> AttachmentOf(this Portal portal, string reference) =>
        portal.Database.Scalar<Guid>($"select a.id from attachments a join signals s on s.id = a.signal_id where reference = '{reference}'");
}
