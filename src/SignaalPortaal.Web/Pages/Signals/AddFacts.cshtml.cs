using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Forms;

namespace SignaalPortaal.Web.Pages.Signals;

[RequestTimeout(TakesFilesAttribute.LongestMilliseconds)]
[TakesFiles]
public sealed class AddFactsModel(IMediator mediator) : ActPage<AddFacts>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.AddFacts);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        Uploads = await TakeFiles(Input.UploadKey, cancellationToken);
        Input = Input with { UploadKey = Uploads.Key };
    }
}
