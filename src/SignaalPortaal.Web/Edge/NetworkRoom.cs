using System.Diagnostics;

namespace SignaalPortaal.Web.Edge;

/// <summary>Who share a part of the room: one person, all of the pages without signing in, or all others of whom nothing is known.</summary>
internal readonly record struct Party(PartyKind Kind, Guid Person = default);

internal enum PartyKind
{
    Person,
    Anonymous,
    Nobody,
}

/// <param name="AtOnce">How many of them come or go at the same moment.</param>
/// <param name="Bytes">How much of them is held at the same moment.</param>
internal readonly record struct RoomSize(int AtOnce, long Bytes);

/// <summary>
/// Room for what takes its time on the network: forms that come in, or answers that go out. Whoever waits here holds nothing that others need. When
/// it is full, the slowest gives way: to keep somebody out, one has to be faster than they are. Nothing of a visitor is kept but for how long it lasts.
/// </summary>
internal sealed class NetworkRoom(RoomSize all, Func<PartyKind, RoomSize> sizeOf)
{
    /// <summary>Before that nobody is called slow.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly HashSet<Passage> _passages = [];
    private readonly Dictionary<Party, (int AtOnce, long Bytes)> _parties = [];
    private (int AtOnce, long Bytes) _all;

    /// <summary>Never refused: when there is no room, somebody slower leaves, or whoever has been here longest.</summary>
    public Passage Enter(Party party, CancellationToken aborted)
    {
        var passage = new Passage(this, party, aborted);
        lock (_lock)
        {
            _passages.Add(passage);
            Count(party, atOnce: 1, bytes: 0);
            MakeRoomFor(passage);
        }

        return passage;
    }

    private void Hold(Passage passage, long bytes)
    {
        lock (_lock)
        {
            if (!_passages.Contains(passage))
            {
                return;
            }

            passage.Held += bytes;
            Count(passage.Party, atOnce: 0, bytes);
            MakeRoomFor(passage);
        }
    }

    /// <summary>It is not slow any more, and holds what it holds.</summary>
    private void Arrive(Passage passage)
    {
        lock (_lock)
        {
            if (_passages.Contains(passage) && !passage.HasArrived)
            {
                passage.HasArrived = true;
                Count(passage.Party, atOnce: -1, bytes: 0);
            }
        }
    }

    private void Leave(Passage passage)
    {
        lock (_lock)
        {
            if (_passages.Remove(passage))
            {
                Count(passage.Party, atOnce: passage.HasArrived ? 0 : -1, -passage.Held);
            }
        }
    }

    private void Count(Party party, int atOnce, long bytes)
    {
        var (count, held) = _parties.GetValueOrDefault(party);
        _all = (_all.AtOnce + atOnce, _all.Bytes + bytes);
        if ((count + atOnce, held + bytes) is var left && left == (0, 0))
        {
            _parties.Remove(party);
        }
        else
        {
            _parties[party] = left;
        }
    }

    private void MakeRoomFor(Passage passage)
    {
        while (IsOver(_parties.GetValueOrDefault(passage.Party), sizeOf(passage.Party.Kind)) && GivesWay(passage, passage.Party))
        {
        }

        while (IsOver(_all, all) && GivesWay(passage, party: null))
        {
        }
    }

    /// <returns>Whether somebody left who is not the one for whom there was no room.</returns>
    private bool GivesWay(Passage passage, Party? party)
    {
        var slow = _passages.Where(other => other != passage && !other.HasArrived && (party is null || other.Party == party)).ToList();
        var slowest = slow.Where(other => other.Lasts >= Grace).MinBy(other => other.Speed) ?? slow.MaxBy(other => other.Lasts);
        var leaver = slowest ?? passage;
        Leave(leaver);
        leaver.PushOut();
        return leaver != passage;
    }

    private static bool IsOver((int AtOnce, long Bytes) taken, RoomSize size) => taken.AtOnce > size.AtOnce || taken.Bytes > size.Bytes;

    /// <summary>One form that comes in, or one answer that goes out.</summary>
    internal sealed class Passage : IDisposable
    {
        private readonly NetworkRoom _room;
        private readonly CancellationTokenSource _ends;
        private readonly long _since = Stopwatch.GetTimestamp();
        private long _moved;

        public Passage(NetworkRoom room, Party party, CancellationToken aborted) =>
            (_room, Party, _ends) = (room, party, CancellationTokenSource.CreateLinkedTokenSource(aborted));

        public Party Party { get; }

        public long Held { get; set; }

        public bool HasArrived { get; set; }

        public bool WasPushedOut { get; private set; }

        /// <summary>Ends when it is pushed out, when it takes too long, and when whoever is at the other end has gone.</summary>
        public CancellationToken Ends => _ends.Token;

        public TimeSpan Lasts => Stopwatch.GetElapsedTime(_since);

        public double Speed => Interlocked.Read(ref _moved) / Lasts.TotalSeconds;

        public void EndAfter(TimeSpan longest) => _ends.CancelAfter(longest);

        public void Hold(long bytes) => _room.Hold(this, bytes);

        public void Moves(long bytes) => Interlocked.Add(ref _moved, bytes);

        public void Arrives()
        {
            _ends.CancelAfter(Timeout.InfiniteTimeSpan);
            _room.Arrive(this);
        }

        /// <summary>The one that waits goes on by itself: not while the room is locked.</summary>
        public void PushOut()
        {
            WasPushedOut = true;
            ThreadPool.UnsafeQueueUserWorkItem(ends => ends.CancelAsync(), _ends, preferLocal: false);
        }

        public void Dispose()
        {
            _room.Leave(this);

            // Not disposed of: somebody may be pushing it out at this moment, and it holds nothing but memory.
            _ends.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }
}
