using SignaalPortaal.Web.Edge;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>Who gives way when there is no room for all who wait for the network.</summary>
public sealed class NetworkRoomTests
{
    private static readonly Party Anonymous = new(PartyKind.Anonymous), Noor = new(PartyKind.Person, Guid.NewGuid()), Joost = new(PartyKind.Person, Guid.NewGuid());

    [Fact]
    public void Whoever_comes_next_gets_room_and_one_who_was_there_longer_leaves()
    {
        var room = Room(atOnce: 2);
        var (first, second) = (Enter(room), Enter(room));

        var third = Enter(room);

        new[] { first, second, third }.Select(passage => passage.WasPushedOut).ShouldBe([true, false, false]);
    }

    [Fact]
    public void What_has_come_in_is_in_nobodys_way_and_stays()
    {
        var room = Room(atOnce: 1);
        var first = Enter(room);
        first.Arrives();

        var second = Enter(room);

        first.WasPushedOut.ShouldBeFalse();
        second.WasPushedOut.ShouldBeFalse();
    }

    [Fact]
    public void Who_sends_too_much_at_once_pushes_out_only_their_own()
    {
        var room = Room(atOnce: 2);
        var others = new[] { Enter(room, Joost), Enter(room, Joost), Enter(room, Anonymous), Enter(room, Anonymous) };

        var hers = Enumerable.Range(0, 50).Select(_ => Enter(room, Noor)).ToList();

        others.ShouldAllBe(passage => !passage.WasPushedOut);
        hers.Count(passage => !passage.WasPushedOut).ShouldBe(2);
    }

    [Fact]
    public void Who_holds_too_much_alone_leaves_and_gives_it_back()
    {
        var room = Room(bytes: 100);
        var large = Enter(room);
        large.Hold(101);

        var next = Enter(room);
        next.Hold(100);

        large.WasPushedOut.ShouldBeTrue();
        next.WasPushedOut.ShouldBeFalse();
    }

    [Fact]
    public void What_came_in_is_counted_until_it_is_handled()
    {
        var room = Room(bytes: 100);
        var first = Enter(room);
        first.Hold(80);
        first.Arrives();

        var (second, third) = (Enter(room), default(NetworkRoom.Passage));
        second.Hold(40);
        first.Dispose();
        third = Enter(room);
        third.Hold(100);

        second.WasPushedOut.ShouldBeTrue();
        third.WasPushedOut.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_those_who_are_there_for_a_while_the_slowest_leaves()
    {
        var room = Room(atOnce: 3);
        var (quick, slow, quicker) = (Enter(room), Enter(room), Enter(room));
        quick.Moves(1_000_000);
        slow.Moves(200);
        quicker.Moves(9_000_000);
        await Task.Delay(TimeSpan.FromSeconds(2.1));

        Enter(room);

        new[] { quick, slow, quicker }.Select(passage => passage.WasPushedOut).ShouldBe([false, true, false]);
    }

    private static NetworkRoom Room(int atOnce = 100, long bytes = 1_000) => new(new RoomSize(10_000, 1_000_000), _ => new RoomSize(atOnce, bytes));

    private static NetworkRoom.Passage Enter(NetworkRoom room, Party? party = null) => room.Enter(party ?? Anonymous, CancellationToken.None);
}
