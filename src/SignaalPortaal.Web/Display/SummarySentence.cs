using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Domain.Summaries;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

/// <summary>How a summary stands, in one sentence, for who wrote it.</summary>
public static class SummarySentence
{
    extension(OwnSummary summary)
    {
        /// <summary>As long as a reporter can stop it, nobody sees whether one did.</summary>
        public string HowItStands => summary.State switch
        {
            SummaryState.ToReview => SummaryTexts.StateToReview,
            SummaryState.ToReadAgain => SummaryTexts.StateToReadAgain,
            SummaryState.ToRewrite => SummaryTexts.StateToRewrite,
            _ when !summary.IsOver => string.Format(SummaryTexts.StateWithReporters, summary.StopBy!.Value.InFull),
            _ => summary.IsPublished ? SummaryTexts.StatePublished : SummaryTexts.StateNotPublished,
        };
    }
}

/// <summary>The same, for a reporter whose signal is in it.</summary>
public static class MySummarySentence
{
    extension(MySummary summary)
    {
        public string HowItStands => summary switch
        {
            { HasStopped: true } => SummaryTexts.MineStopped,
            { IsOver: false } => string.Format(SummaryTexts.MineWithYou, summary.StopBy.InFull),
            { IsPublished: true } => SummaryTexts.StatePublished,
            _ => SummaryTexts.StateNotPublished,
        };
    }
}
