using System.Xml.Linq;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Web.Edge;

/// <summary>
/// Keeps the keys of cookies and forms in the database, so that each node reads what another made. They protect nothing that lasts: when they are lost,
/// people sign in again. The framework asks for them without a way to wait; that happens once a day.
/// </summary>
internal sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public static void AddTo(IServiceCollection services, PortalKeys keys)
    {
        services.AddDataProtection().SetApplicationName("SignaalPortaal").ProtectKeysWithCertificate(keys.Certificate);
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new KeyRing(scopes));
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Send(new GetKeyRing()).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => Send(new AddToKeyRing(friendlyName, element.ToString(SaveOptions.DisableFormatting)));

    private TResponse Send<TResponse>(IRequest<TResponse> request) => Task.Run(() => scopes.SendAlone(request)).GetAwaiter().GetResult();
}
