using System.Diagnostics.CodeAnalysis;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>The guards that several verbs share.</summary>
public sealed partial class Signal
{
    internal static void Require([DoesNotReturnIf(false)] bool holds, SignalRule rule)
    {
        if (!holds)
        {
            throw new BrokenRuleException(rule);
        }
    }

    internal static void RequireStorable(int maxLength, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            Require(Words.AreStorable(text, maxLength), TextIsWithinItsLimits);
        }
    }

    private static void RequireText(string text) =>
        Require(!Words.IsBlank(text) && Words.AreStorable(text, Words.LongMaxLength), TextIsWithinItsLimits);

    private void RequireReporter(Viewer by)
    {
        Require(IsReportedBy(by), OnlyTheReporterDoesThis);
        RequireWords();
    }

    private Actor RequireHolder(Viewer by) => RequireActsFor(HeldByUnitId, by, OnlyTheHolderActs);

    /// <summary>Who manages the unit or deputises for it, and is neither the reporter nor whom the signal is about.</summary>
    private Actor RequireActsFor(Guid unitId, Viewer by, SignalRule otherwise)
    {
        Require(OrganisationId == by.OrganisationId && by.UnitsActedFor.ContainsKey(unitId) && HiddenUntil is null, otherwise);
        Require(ReporterId != by.PersonId, NobodyHandlesTheOwnSignal);
        Require(_conflicts.All(conflict => conflict.PersonId != by.PersonId), NobodyHandlesASignalAboutThemselves);
        RequireWords();
        return new Actor(by.PersonId, by.UnitsActedFor[unitId] is MandateKind.Manager ? ActedAs.Manager : ActedAs.Deputy, unitId);
    }

    private void RequireUndecided()
    {
        Require(IsOpen, AClosedSignalIsNotChanged);
        Require(Status is SignalStatus.New or SignalStatus.InProgress or SignalStatus.AwaitingReply, AnAnsweredSignalAwaitsTheVerdict);
    }
}
