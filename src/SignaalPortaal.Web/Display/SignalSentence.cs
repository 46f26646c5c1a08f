using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

public static class SignalSentence
{
    extension(SignalView signal)
    {
        /// <summary>One sentence: who must do what, and what the last day is.</summary>
        public string WhoMustAct => string.Format(
            signal.Status switch
            {
                _ when signal.HiddenUntil is not null && signal.ClosedBecause is null => SignalTexts.NotSeenYet,
                _ when signal.IsLate && !signal.Status.AwaitsTheReporter => SignalTexts.HolderIsLate,
                SignalStatus.New => SignalTexts.MustAcknowledge,
                SignalStatus.InProgress => SignalTexts.MustAnswer,
                SignalStatus.AwaitingReply => signal.IsMine ? SignalTexts.YouMustReply : SignalTexts.ReporterMustReply,
                SignalStatus.Answered => signal.IsMine ? SignalTexts.YouMustJudge : SignalTexts.ReporterMustJudge,
                SignalStatus.AwaitingClarification => SignalTexts.MustClarify,
                _ => signal.ClosedBecause switch
                {
                    Closing.Understood => SignalTexts.ClosedUnderstood,
                    Closing.Disagreed => SignalTexts.ClosedDisagreed,
                    Closing.NoReaction => SignalTexts.ClosedNoReaction,
                    _ => SignalTexts.ClosedWithdrawn,
                },
            },
            signal.Holder.Name,
            signal.DueOn?.InFull,
            signal.HiddenUntil?.DutchDate.InFull);

        /// <summary>Who raised it, as far as the viewer may know.</summary>
        public string ReporterName => signal.Reporter is { } reporter ? $"{reporter.Name}, {reporter.JobTitle}" : signal.Disclosure.Someone;
    }
}

public static class DisclosureNames
{
    extension(Disclosure disclosure)
    {
        /// <summary>What stands in the place of a name.</summary>
        public string Someone => disclosure is Disclosure.Confidential ? DisclosureTexts.SomeoneConfidential : DisclosureTexts.SomeoneAnonymous;
    }
}
