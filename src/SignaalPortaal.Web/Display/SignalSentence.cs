using SignaalPortaal.Application.Signals;
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
            signal.Holder.AtTheStart,
            signal.DueOn?.InFull,
            signal.HiddenUntil?.MomentInFull);

        /// <summary>What becomes of it when the reporter disagrees with the answer.</summary>
        public string DisagreeEffect =>
            signal.Next is { } next ? string.Format(SignalTexts.DisagreeEffect, next.InASentence)
            : signal.Kind.GoesToTheDesk ? SignalTexts.DisagreeEffectOutside
            : SignalTexts.DisagreeEffectAtTheTop;

        /// <summary>What becomes of it when the holder stays silent.</summary>
        public string SilenceEffect =>
            signal.Next is { } next ? string.Format(SignalTexts.NowSilenceText, next.InASentence)
            : signal.Kind.GoesToTheDesk ? SignalTexts.NowSilenceOutside
            : SignalTexts.NowSilenceAtTheTop;

        /// <summary>To whom the name of a reporter who gave it is shown.</summary>
        public string WhoSeesMyName => signal.Kind.GoesToTheDesk ? OutsideTheLine(signal.Holder, signal.Next) : SignalTexts.WhoSeesMyNameLine;

        /// <summary>Who raised it, as far as the viewer may know.</summary>
        public string ReporterName => signal.Reporter is { } reporter ? $"{reporter.Name}, {reporter.JobTitle}" : signal.Disclosure.Someone;
    }

    internal static string OutsideTheLine(UnitView holder, UnitView? next) => next is null
        ? string.Format(SignalTexts.WhoSeesMyNameDesk, holder.InASentence)
        : string.Format(SignalTexts.WhoSeesMyNameDeskNext, holder.InASentence, next.InASentence);
}

public static class PreviewSentence
{
    extension(SignalPreview preview)
    {
        /// <summary>The same, before it is sent.</summary>
        public string SilenceEffect(SignalKind kind) =>
            preview.Next is { } next ? string.Format(DisclosureTexts.SilentThen, next.InASentence)
            : kind.GoesToTheDesk ? SignalTexts.NowSilenceOutside
            : SignalTexts.NowSilenceAtTheTop;

        public string WhoSeesMyName(SignalKind kind) => kind.GoesToTheDesk ? SignalSentence.OutsideTheLine(preview.Holder, preview.Next) : SignalTexts.WhoSeesMyNameLine;
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
