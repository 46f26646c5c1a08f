using System.Collections.Concurrent;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Access;

/// <summary>Everybody signs in once.</summary>
public sealed class AccessPortal : Portal
{
    private readonly ConcurrentDictionary<Guid, Caller> _callers = [];

    /// <summary>A demonstration may set the clock ahead.</summary>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Scalar<object>("grant update (ahead) on portal_clock to signaalportaal_application");
    }

    public async Task<Caller> SameCaller(Guid? personId)
    {
        var key = personId ?? Guid.Empty;
        return _callers.TryGetValue(key, out var caller) ? caller : _callers.GetOrAdd(key, await Caller(personId));
    }
}
