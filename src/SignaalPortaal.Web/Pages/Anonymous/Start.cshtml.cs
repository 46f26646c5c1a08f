using MediatR;

namespace SignaalPortaal.Web.Pages.Anonymous;

/// <summary>What one can do without signing in, and what that protects and does not.</summary>
public sealed class StartModel(IMediator mediator) : AnonymousPage(mediator)
{
    public void OnGet() { }
}
