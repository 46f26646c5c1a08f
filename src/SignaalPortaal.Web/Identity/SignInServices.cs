using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using SignaalPortaal.Application.Data;

namespace SignaalPortaal.Web.Identity;

internal static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<SignedInPerson>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "signaalportaal";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/inloggen";
            options.ReturnUrlParameter = "terug";
            options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
            options.SlidingExpiration = true;

            // Whose session ended while writing gets the text back to copy, instead of an empty page to sign in.
            var redirect = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = context =>
            {
                if (!HttpMethods.IsPost(context.Request.Method))
                {
                    return redirect(context);
                }

                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
        });

        // How long somebody stays signed in has nothing to do with how far ahead a demonstration is.
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<TimeProvider>((options, clock) => options.TimeProvider = clock is DatabaseClock database ? database.NotAhead : clock);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
