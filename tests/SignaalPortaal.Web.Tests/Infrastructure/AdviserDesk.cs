using System.Security.Cryptography;
using System.Text;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Demo;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>Confidential advisers with keys, and what is raised confidentially.</summary>
public static class AdviserDesk
{
    public const string Reason = "De politie vraagt om een getuige.";

    private static readonly Lazy<AdviserKey> Pair = new(() => DemoKeys.Make(Guid.Empty, Guid.Empty));

    /// <summary>Makes this person an adviser, when that is not so yet, with a key in use under the passphrase of the demonstration; when there is none, or again.</summary>
    public static async Task HasKey(this Portal portal, Guid person, bool again = false)
    {
        await portal.Database.Scalar<object>($"update people set roles = roles | 16 where id = '{person}'");
        if (again || (await portal.Send(new GetAdviserKeys(), person)).Current is null)
        {
            await portal.MakesAKey(person);
            await portal.OthersAgree(person);
        }
    }

    /// <summary>One that waits, unless it is the first one of all.</summary>
    public static Task MakesAKey(this Portal portal, Guid person) => portal.Send(KeyOf(Pair.Value), person);

    /// <summary>An adviser with a key in use agrees to what waits of this person.</summary>
    public static async Task OthersAgree(this Portal portal, Guid person)
    {
        var others = await portal.Database.Scalar<Guid[]>(
            $"select array_agg(distinct k.person_id) from adviser_keys k join people p on p.id = k.person_id and p.organisation_id = (select organisation_id from people where id = '{person}') and p.roles & 16 <> 0 and p.id <> '{person}'");
        foreach (var other in others ?? [])
        {
            foreach (var key in (await portal.Send(new GetAdviserKeys(), other)).Waiting.Where(key => key.CanAgree))
            {
                await portal.Send(new DecideOnAdviserKey { Key = key.Id, Agree = true, FormKey = Guid.NewGuid() }, other);
            }
        }
    }

    /// <summary>The reference of a signal that nobody but the advisers can bring back to its reporter, and that the line can see.</summary>
    public static async Task<string> RaisesConfidentially(
        this Portal portal, Guid reporter, bool aboutMyManager = false, SignalKind kind = SignalKind.Bottleneck, bool isHidden = false) =>
        (await portal.RaisesWithCode(reporter, aboutMyManager, kind, isHidden)).Reference;

    public static async Task<Submission> RaisesWithCode(
        this Portal portal, Guid reporter, bool aboutMyManager = false, SignalKind kind = SignalKind.Bottleneck, bool isHidden = false)
    {
        var submission = await portal.Send(
            new SubmitSignal
            {
                Disclosure = Disclosure.Confidential,
                ReceiptKey = ReceiptCode.NewKey(),
                FormKey = Guid.NewGuid(),
                Kind = kind,
                Subject = "Brief is niet te begrijpen",
                OwnWords = "Burgers bellen ons elke dag over deze brief.",
                AboutMyManager = aboutMyManager,
            },
            reporter);
        if (!isHidden)
        {
            await portal.Database.Scalar<object>($"update signals set hidden_until = null where reference = '{submission.Reference}'");
        }

        return submission;
    }

    /// <summary>The reference of the signal.</summary>
    public static Task<string> Asks(this Portal portal, Guid adviser, string reference, string reason = Reason, string? danger = null) => portal.Send(
        new RequestIdentity { SignalReference = reference, IdentityReason = reason, LifeInDanger = danger is not null, DangerGround = danger, FormKey = Guid.NewGuid() },
        adviser);

    /// <summary>Another adviser agrees, or refuses with a reason.</summary>
    public static async Task Decides(this Portal portal, Guid adviser, string reference, string? refusal = null) => await portal.Send(
        new DecideOnIdentity
        {
            SignalReference = reference,
            Seen = await portal.VersionOf(reference),
            NameDecision = refusal is null ? NameDecision.Agree : NameDecision.Refuse,
            RefusalReason = refusal,
            FormKey = Guid.NewGuid(),
        },
        adviser);

    public static async Task<SealedName?> Fetches(this Portal portal, Guid adviser, string reference, Guid? formKey = null) =>
        await portal.Send(new OpenIdentity(reference, await portal.VersionOf(reference), formKey ?? Guid.NewGuid()), adviser);

    /// <summary>
    /// Days pass for everybody: on the clock of the portal, and on that of the database, which goes by its own for names. That one gets a week more: it is not
    /// the same day of the week there.
    /// </summary>
    public static async Task LetDaysPass(this Portal portal, int days)
    {
        portal.Clock.AdvanceDays(days);
        await portal.Database.Scalar<object>($"update portal_clock set ahead = ahead + interval '{days + 7} days'");
    }

    /// <summary>What a browser would do with the passphrase.</summary>
    public static string Read(this SealedName name, string passphrase = DemoKeys.Passphrase)
    {
        var locked = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), name.Salt, name.Iterations, HashAlgorithmName.SHA256, SealedText.KeyLength);
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(SealedText.Open(locked, name.PrivateKey, "SP1 adviser key"), out _);
        return Encoding.UTF8.GetString(SealedText.Open(rsa.Decrypt(name.Key, RSAEncryptionPadding.OaepSHA256), name.Identity, name.About)).TrimEnd();
    }

    /// <summary>As the form sends it.</summary>
    public static Dictionary<string, string> FieldsOfANewKey()
    {
        var key = KeyOf(Pair.Value);
        return new()
        {
            ["Input.PublicKey"] = key.PublicKey,
            ["Input.SealedPrivateKey"] = key.SealedPrivateKey,
            ["Input.Salt"] = key.Salt,
            ["Input.Iterations"] = $"{key.Iterations}",
        };
    }

    private static KeepAdviserKey KeyOf(AdviserKey key) => new()
    {
        PublicKey = Convert.ToBase64String(key.PublicKey),
        SealedPrivateKey = Convert.ToBase64String(key.SealedPrivateKey),
        Salt = Convert.ToBase64String(key.Salt),
        Iterations = key.Iterations,
        FormKey = Guid.NewGuid(),
    };
}
