using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class ConfirmContactModel(IMediator mediator) : ActPage<ConfirmContact>(mediator)
{
    public IEnumerable<Enum> Choices => Signal.Contacts.Where(contact => contact.CanConfirm).Select(contact => (Enum)contact.Step);

    public override bool IsOffered => Signal.Can(SignalActs.ConfirmContact);
}
