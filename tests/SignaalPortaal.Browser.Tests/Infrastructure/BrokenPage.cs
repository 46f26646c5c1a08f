using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>Adds an address at which the portal breaks, to see what a person sees then.</summary>
internal sealed class BrokenPage : IStartupFilter
{
    public const string Address = "/kapot";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Map(Address, broken => broken.Run(_ => throw new InvalidOperationException("Broken on purpose.")));
    };
}
