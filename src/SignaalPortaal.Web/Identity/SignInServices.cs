using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Web.Edge;

namespace SignaalPortaal.Web.Identity;

internal static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<SignedInPerson>();
        services.AddSingleton<SessionEvents>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/inloggen";
            options.ReturnUrlParameter = "terug";
            options.EventsType = typeof(SessionEvents);

            // A session ends on the server, and no later than this.
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.SlidingExpiration = false;
        });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<TimeProvider, PortalCookies>((options, clock, cookies) =>
            {
                options.TimeProvider = clock.NotAhead();
                cookies.Session(options.Cookie);
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
