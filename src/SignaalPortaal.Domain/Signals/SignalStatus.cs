namespace SignaalPortaal.Domain.Signals;

public enum SignalStatus
{
    /// <summary>With a unit that has not yet said that it read it.</summary>
    New,

    /// <summary>Acknowledged; the holder works on an answer.</summary>
    InProgress,

    /// <summary>The reporter has a question to reply to; the holder's clock stands still.</summary>
    AwaitingReply,

    /// <summary>The reporter says what the answer is worth.</summary>
    Answered,

    /// <summary>The author of the answer says it in clearer words.</summary>
    AwaitingClarification,

    /// <summary>Nobody has to act any more. Promises made in an answer go on.</summary>
    Closed,
}

public static class SignalStatuses
{
    extension(SignalStatus status)
    {
        /// <summary>The holder owes an answer.</summary>
        public bool IsUndecided => status is SignalStatus.New or SignalStatus.InProgress or SignalStatus.AwaitingReply;

        /// <summary>It is the reporter's turn; otherwise, while the signal is open, that of the holder.</summary>
        public bool AwaitsTheReporter => status is SignalStatus.AwaitingReply or SignalStatus.Answered;
    }
}

/// <summary>Why a signal is closed.</summary>
public enum Closing
{
    Understood,

    /// <summary>The reporter disagrees and there is no layer left that has not decided.</summary>
    Disagreed,
    Withdrawn,

    /// <summary>The reporter gave no verdict within the time for it. That is not the same as understood, and is never counted so.</summary>
    NoReaction,
}
