using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// The reporter lets the union or the works council speak. Nothing of this is an event, and the version of the signal stays what it was: the timeline is
/// read by those who must not know of it. The reporter sees all of it, also what is over.
/// </summary>
public sealed partial class Signal
{
    private readonly List<Entrustment> _entrustments = [];

    /// <summary>The first one first. For the reporter, and not loaded with the rest.</summary>
    public IReadOnlyList<Entrustment> Entrustments => _entrustments;

    /// <summary>What was withdrawn nobody else sees, and what was erased has no words.</summary>
    public bool CanBeEntrusted => ErasedOn is null && ClosedBecause is not Closing.Withdrawn;

    /// <summary>
    /// The reporter gives one of them a text to read for a while; what was given to the same before is over. Of a reporter without a name it can be read
    /// from the next working day: at which moment of the day it was given then tells nothing.
    /// </summary>
    public Entrustment Entrust(NewEntrustment given, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(CanBeEntrusted, AWithdrawnSignalIsNotEntrusted);
        Require(Enum.IsDefined(given.Spokesperson) && Enum.IsDefined(given.Text), TextIsWithinItsLimits);
        Require(!given.WithName || Disclosure is Disclosure.Named, OnlyAKnownNameIsEntrusted);
        var isOther = given.Text is EntrustedText.Other;
        RequireStorable(Words.LongMaxLength, given.Words);
        Require(!isOther || !Words.IsBlank(given.Words), AnotherTextIsWritten);
        Require(given.Until >= FirstDayToRead(now) && given.Until <= LastDayToRead(now), EntrustingEndsWithinAYear);

        TakeBack(given.Spokesperson, by, now);
        var entrustment = new Entrustment
        {
            OrganisationId = OrganisationId,
            SignalId = Id,
            Id = Guid.NewGuid(),
            Spokesperson = given.Spokesperson,
            Text = given.Text,
            Words = isOther ? given.Words : null,
            WithOutcome = given.WithOutcome,
            WithName = given.WithName,
            From = FirstDayToRead(now),
            Until = given.Until,
        };
        _entrustments.Add(entrustment);
        return entrustment;
    }

    /// <summary>From now on they read nothing of it. Taking back what is over already changes nothing.</summary>
    public void TakeBack(Spokesperson spokesperson, Viewer by, Now now)
    {
        RequireReporter(by);

        foreach (var given in _entrustments.Where(given => given.Spokesperson == spokesperson))
        {
            given.End(now.Today);
        }
    }

    /// <summary>Of what is given now.</summary>
    public DateOnly FirstDayToRead(Now now) =>
        Disclosure is Disclosure.Named ? now.Today : now.Calendar.FirstWorkingDayFrom(now.Today.AddDays(1));

    /// <summary>The latest day until which it can be given now.</summary>
    public DateOnly LastDayToRead(Now now) => FirstDayToRead(now).AddMonths(Entrustment.LongestMonths);
}
