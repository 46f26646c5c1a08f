using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Pipeline;

/// <summary>A request that a form sends. The form carries a key of its own, so that a double click, the back button or a retry does nothing twice.</summary>
public interface IOnce
{
    /// <summary>Made when the form is rendered. Empty for what no form sends.</summary>
    Guid FormKey { get; }
}

/// <summary>
/// Handles a form in one transaction with the note that it was handled. Who sends the same form again gets the first outcome; who sends it
/// at the same moment waits for the first to finish.
/// </summary>
internal sealed class OnceBehavior<TRequest, TResponse>(PortalDb db, Viewer viewer, Now now) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IOnce { FormKey: var key } || key == Guid.Empty || db.Database.CurrentTransaction is not null)
        {
            return await next();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isFirst = await db.Database.ExecuteSqlAsync(
            $"""
            insert into handled_forms (organisation_id, person_id, form_key, handled_on)
            values ({viewer.OrganisationId}, {viewer.PersonId}, {key}, {now.Today})
            on conflict do nothing
            """,
            cancellationToken) == 1;
        if (!isFirst)
        {
            var outcome = await db.Database
                .SqlQuery<string>($"""
                    select outcome::text as "Value" from handled_forms
                    where organisation_id = {viewer.OrganisationId} and person_id = {viewer.PersonId} and form_key = {key}
                    """)
                .SingleAsync(cancellationToken);
            return JsonSerializer.Deserialize<TResponse>(outcome)!;
        }

        var response = await next();
        await db.Database.ExecuteSqlAsync(
            $"""
            update handled_forms set outcome = {JsonSerializer.Serialize(response)}::jsonb
            where organisation_id = {viewer.OrganisationId} and person_id = {viewer.PersonId} and form_key = {key}
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }
}
