using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;

namespace SignaalPortaal.Application.Protection;

/// <summary>The keys with which cookies and forms are protected, each as encrypted XML; of the whole deployment, not of an organisation.</summary>
public sealed record GetKeyRing : IRequest<IReadOnlyList<string>>;

internal sealed class GetKeyRingHandler(PortalDb db) : IRequestHandler<GetKeyRing, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(GetKeyRing query, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<string>($"select xml as \"Value\" from data_protection_keys").ToListAsync(cancellationToken);
}

/// <summary>Adds a key for all nodes.</summary>
public sealed record AddToKeyRing(string Name, string Xml) : IRequest;

internal sealed class AddToKeyRingHandler(PortalDb db) : AsyncRequestHandler<AddToKeyRing>
{
    protected override Task Handle(AddToKeyRing command, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"insert into data_protection_keys (id, key_name, xml) values ({Guid.NewGuid()}, {command.Name}, {command.Xml})", cancellationToken);
}
