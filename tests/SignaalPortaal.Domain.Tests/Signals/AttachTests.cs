using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class AttachTests
{
    private static readonly NewAttachment Photo = new("foto.jpg", AttachmentType.Jpeg, Size: 1000, Salt: [1], Commitment: [2], NeedsAScan: false);

    [Fact]
    public void The_reporter_adds_a_file_and_what_was_written_stays()
    {
        var signal = Given.ASignal();
        var original = signal.Original;

        var attachment = signal.Attach(Photo, by: Given.Reporter, Given.Tuesday);

        var attached = signal.LastEvent.ShouldBeOfType<Attached>();
        (attached.Attachment, attached.Name, attached.Type, attached.Size, attached.Commitment).ShouldBe((attachment.Id, "foto.jpg", AttachmentType.Jpeg, 1000, Photo.Commitment));
        (attachment.SignalId, attachment.Seq, attachment.State, attachment.UploadedOn).ShouldBe((signal.Id, 2, AttachmentState.Clean, Given.Tuesday.Today));
        signal.Timeline[^1].Attachment.ShouldBeSameAs(attachment);
        signal.Original.ShouldBe(original);
    }

    [Fact]
    public void A_file_that_needs_a_scan_is_in_quarantine() =>
        Given.ASignal().Attach(Photo with { NeedsAScan = true }, by: Given.Reporter, Given.Tuesday).State.ShouldBe(AttachmentState.Quarantined);

    [Fact]
    public void At_most_five_files_are_added()
    {
        var signal = Given.ASignal();
        for (var count = 0; count < Attachment.MostOfASignal; count++)
        {
            signal.Attach(Photo, by: Given.Reporter, Given.Tuesday);
        }

        Given.Breaks(SignalRule.AtMostFiveAttachments, signal, () => signal.Attach(Photo, by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void Only_the_reporter_adds_a_file()
    {
        var signal = Given.ASignal();

        foreach (var somebody in new[] { Given.TeamLead, Given.Colleague, Given.Reporter.InAnotherOrganisation })
        {
            Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.Attach(Photo, by: somebody, Given.Tuesday));
        }
    }

    [Fact]
    public void Nothing_is_added_to_a_closed_signal()
    {
        var signal = Given.AClosedSignal();

        Given.Breaks(SignalRule.AClosedSignalIsNotChanged, signal, () => signal.Attach(Photo, by: Given.Reporter, Given.Tuesday));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("a\u0007.jpg", 1)]
    [InlineData("foto.jpg", 0)]
    [InlineData("foto.jpg", Attachment.LargestSize + 1)]
    public void A_file_has_a_name_and_a_size_within_limits(string name, int size)
    {
        var signal = Given.ASignal();

        Given.Breaks(SignalRule.TextIsWithinItsLimits, signal, () => signal.Attach(Photo with { Name = name, Size = size }, by: Given.Reporter, Given.Tuesday));
    }
}
