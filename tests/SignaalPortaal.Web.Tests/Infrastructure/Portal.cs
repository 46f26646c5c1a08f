using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>The whole portal on a database of its own, with a clock that the test sets.</summary>
public class Portal : WebApplicationFactory<Program>, IAsyncLifetime
{
    public TestClock Clock { get; } = new();

    /// <summary>In the Netherlands.</summary>
    public DateOnly Today => Clock.GetUtcNow().DutchDate;

    public Cast Cast { get; private set; } = null!;

    public TestDatabase Database { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Database = await TestDatabase.Create();
        Cast = await Database.ReadCast();
    }

    /// <summary>With all tables and no organisation; for a portal that fills it itself.</summary>
    protected async Task UseEmptyDatabase()
    {
        Database = await TestDatabase.CreateMigrated();
        Cast = new Cast(new Dictionary<string, Guid>(), new Dictionary<string, Guid>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A browser without script, in which this person signs in on the page for that.</summary>
    public Visitor As(Guid personId) => new(CreateClient(), personId);

    /// <summary>A browser in which nobody is signed in.</summary>
    public Visitor Nobody() => new(CreateClient(), personId: null);

    /// <summary>Sends single requests as this person, who signs in first; null for nobody.</summary>
    public async Task<Caller> Caller(Guid? personId)
    {
        var options = new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false };
        var caller = new Caller(CreateClient(options));
        await caller.Arrive(personId);
        return caller;
    }

    /// <summary>Sends a request past the pages, on behalf of a person.</summary>
    public async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, Guid personId)
    {
        await using var scope = await ScopeOf(personId);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a request as the workers do, on behalf of nobody.</summary>
    public async Task<TResponse> SendAsPortal<TResponse>(IRequest<TResponse> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>What the worker of each node does again and again.</summary>
    public Task LetTimePass() => SendAsPortal(new LetTimePass());

    /// <summary>What the portal uses to handle one request of this person.</summary>
    public async Task<AsyncServiceScope> ScopeOf(Guid personId)
    {
        var organisation = await Database.Scalar<Guid>($"select organisation_id from people where id = '{personId}'");
        var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LoadViewer(organisation, personId));
        return scope;
    }

    /// <summary>Which workers go by themselves. As a rule none: time passes and mail goes when a test says so.</summary>
    protected virtual bool Runs(Type worker) => false;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Portal", Database.ConnectionString);
        builder.UseSetting("Keys:Folder", TestKeys.Folder);
        builder.UseSetting("Serilog:MinimumLevel", "Warning");

        // A test asks more in a second than a person in an hour.
        builder.UseSetting("Limits:PerPersonPerMinute", "1000000");
        builder.UseSetting("Limits:SignInsPerMinute", "1000000");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);

            foreach (var worker in services.Where(service => service.ServiceType == typeof(IHostedService)).ToList())
            {
                if (worker.ImplementationType is { } type && type.Assembly == typeof(ApplicationServices).Assembly && !Runs(type))
                {
                    services.Remove(worker);
                }
            }
        });
    }
}
