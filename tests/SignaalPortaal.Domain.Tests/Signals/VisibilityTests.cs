using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class VisibilityTests
{
    [Fact]
    public void Its_reporter_and_who_acts_for_its_holders_see_a_signal()
    {
        var signal = Given.AnEscalatedSignal();

        WhoSee(signal).ShouldBe([Given.Reporter, Given.TeamLead, Given.Deputy, Given.DepartmentHead]);
    }

    [Fact]
    public void Only_the_desk_sees_what_goes_to_the_desk()
    {
        var signal = Given.ASignal(SignalKind.Wrongdoing);

        WhoSee(signal).ShouldBe([Given.Reporter, Given.ConfidentialAdviser]);
    }

    [Fact]
    public void For_the_manager_whom_it_is_about_it_does_not_exist()
    {
        var signal = Given.ASignal(aboutMyManager: true);
        var alsoDeputyAbove = Given.TeamLead with { UnitsActedFor = Given.DepartmentHead.UnitsActedFor };

        WhoSee(signal).ShouldBe([Given.Reporter, Given.DepartmentHead]);
        Sees(alsoDeputyAbove, signal).ShouldBeFalse();
    }

    [Fact]
    public void What_is_withdrawn_only_its_reporter_sees()
    {
        var signal = Given.AWithdrawnSignal();

        WhoSee(signal).ShouldBe([Given.Reporter]);
    }

    [Fact]
    public void Another_organisation_sees_nothing()
    {
        var signal = Given.ASignal();

        Sees(Given.Reporter.InAnotherOrganisation, signal).ShouldBeFalse();
        Sees(Given.TeamLead.InAnotherOrganisation, signal).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_sees_nothing()
    {
        var signal = Given.ASignal();

        Sees(Viewer.Nobody, signal).ShouldBeFalse();
        Sees(Viewer.Nobody with { OrganisationId = signal.OrganisationId }, signal).ShouldBeFalse();
    }

    private static IEnumerable<Viewer> WhoSee(Signal signal) =>
        new[]
        {
            Given.Reporter, Given.Colleague, Given.TeamLead, Given.Deputy, Given.DepartmentHead, Given.Director, Given.BoardChair,
            Given.OtherTeamLead, Given.HelpTeamLead, Given.ConfidentialAdviser,
        }
        .Where(viewer => Sees(viewer, signal));

    private static bool Sees(Viewer viewer, Signal signal) => SignalVisibility.For(viewer).Compile()(signal);
}
