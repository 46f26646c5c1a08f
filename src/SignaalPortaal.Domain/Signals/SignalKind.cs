namespace SignaalPortaal.Domain.Signals;

/// <summary>What sort of signal it is, in the words of the reporter. It decides the clock, and for three kinds the route.</summary>
public enum SignalKind
{
    Bottleneck,
    Unworkable,
    Risk,
    Mistake,
    RegulatoryBurden,
    Idea,
    Question,
    GoesWell,
    Aggression,
    UndesirableBehaviour,
    Wrongdoing,
}

public static class SignalKinds
{
    extension(SignalKind kind)
    {
        /// <summary>These kinds are held by the confidential desk and never by the management line.</summary>
        public bool GoesToTheDesk => kind is SignalKind.Aggression or SignalKind.UndesirableBehaviour or SignalKind.Wrongdoing;

        /// <summary>Nobody waits for office hours with it.</summary>
        public bool IsUrgent => kind is SignalKind.Aggression;

        /// <summary>A signal is a warning when its kind is one, or the risk is high in the eyes of its reporter, whatever a layer says of it later.</summary>
        public bool Warns => kind is SignalKind.Risk;

        /// <summary>Without a name the reporter chooses when the line sees it, and what counts from receipt counts from the fixed moment before that.</summary>
        public bool CountsFromReceipt => kind is SignalKind.Aggression or SignalKind.Wrongdoing;

        /// <summary>The terms of the Wet bescherming klokkenluiders are law: nobody can lengthen them.</summary>
        public bool HasALegalTerm => kind is SignalKind.Wrongdoing;
    }
}
