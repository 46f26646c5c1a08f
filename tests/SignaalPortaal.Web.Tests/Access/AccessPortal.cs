using System.Collections.Concurrent;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Access;

/// <summary>Everybody signs in once.</summary>
public sealed class AccessPortal : Portal
{
    private readonly ConcurrentDictionary<Guid, Caller> _callers = [];

    public async Task<Caller> SameCaller(Guid? personId)
    {
        var key = personId ?? Guid.Empty;
        return _callers.TryGetValue(key, out var caller) ? caller : _callers.GetOrAdd(key, await Caller(personId));
    }
}
