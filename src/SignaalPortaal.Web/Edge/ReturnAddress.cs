using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace SignaalPortaal.Web.Edge;

internal static class ReturnAddress
{
    /// <summary>Where somebody came from, when that is an address of the portal itself; else its first page.</summary>
    public static string OwnOrHome(this IUrlHelper url, string? address) =>

        // A header holds ASCII only; an address that came from here is escaped.
        address is ['/', ..] && url.IsLocalUrl(address) && Ascii.IsValid(address) ? address : "/";
}
