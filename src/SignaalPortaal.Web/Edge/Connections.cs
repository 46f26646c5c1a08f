using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace SignaalPortaal.Web.Edge;

/// <summary>
/// Keeps room for who comes next: when there are too many connections, the one on which nothing has been asked for longest is closed. Of a connection
/// it knows nothing but when something was asked.
/// </summary>
internal sealed class Connections(Limits limits)
{
    private readonly Lock _lock = new();

    /// <summary>Those on which nothing is being handled, the most silent one first.</summary>
    private readonly LinkedList<Connection> _idle = [];
    private int _count;

    public ConnectionDelegate Count(ConnectionDelegate next) => async context =>
    {
        var connection = new Connection(context);
        context.Items[typeof(Connection)] = connection;
        Enter(connection);
        try
        {
            await next(context);
        }
        finally
        {
            Leave(connection);
        }
    };

    /// <summary>A connection on which something is being handled is not idle.</summary>
    public async Task Handle(HttpContext context, RequestDelegate next)
    {
        var connection = context.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(typeof(Connection), out var found) is true ? found as Connection : null;
        if (connection is null)
        {
            await next(context);
            return;
        }

        Begin(connection);
        try
        {
            await next(context);
        }
        finally
        {
            End(connection);
        }
    }

    private void Enter(Connection connection)
    {
        LinkedListNode<Connection>? silent = null;
        lock (_lock)
        {
            _idle.AddLast(connection.Idle);
            if (++_count > limits.Connections && (silent = _idle.First) is not null && silent != connection.Idle)
            {
                _idle.Remove(silent);
            }
        }

        if (silent is not null && silent != connection.Idle)
        {
            silent.Value.Context.Abort(new ConnectionAbortedException("Somebody else needs the room."));
        }
    }

    private void Begin(Connection connection)
    {
        lock (_lock)
        {
            connection.Handling++;
            Take(connection);
        }
    }

    private void End(Connection connection)
    {
        lock (_lock)
        {
            if (--connection.Handling == 0 && !connection.IsGone)
            {
                _idle.AddLast(connection.Idle);
            }
        }
    }

    private void Leave(Connection connection)
    {
        lock (_lock)
        {
            _count--;
            connection.IsGone = true;
            Take(connection);
        }
    }

    private void Take(Connection connection)
    {
        if (connection.Idle.List is not null)
        {
            _idle.Remove(connection.Idle);
        }
    }

    private sealed class Connection
    {
        public Connection(ConnectionContext context) => (Context, Idle) = (context, new LinkedListNode<Connection>(this));

        public ConnectionContext Context { get; }

        public LinkedListNode<Connection> Idle { get; }

        /// <summary>Over HTTP/2 there may be several.</summary>
        public int Handling { get; set; }

        public bool IsGone { get; set; }
    }
}
