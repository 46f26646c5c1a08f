using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>The files of the reporter.</summary>
public sealed partial class Signal
{
    /// <summary>The reporter adds a file: together with the signal, with facts or with a reply.</summary>
    public Attachment Attach(NewAttachment file, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(IsOpen, AClosedSignalIsNotChanged);
        Require(_timeline.Count(entry => entry.Happened is Attached) < Attachment.MostOfASignal, AtMostFiveAttachments);
        Require(
            !Words.IsBlank(file.Name) && Words.AreStorable(file.Name, Attachment.NameMaxLength) && Enum.IsDefined(file.Type)
            && file.Size is > 0 and <= Attachment.LargestSize,
            TextIsWithinItsLimits);

        var attachment = new Attachment
        {
            OrganisationId = OrganisationId,
            SignalId = Id,
            Seq = _timeline.Count + 1,
            State = file.NeedsAScan ? AttachmentState.Quarantined : AttachmentState.Clean,
            Salt = file.Salt,
            UploadedOn = now.Today > RaisedOn ? now.Today : RaisedOn,
        };
        Record(new Attached(attachment.Id, file.Name, file.Type, file.Size, file.Commitment), Reporter, now);
        _timeline[^1].Attachment = attachment;
        return attachment;
    }
}
