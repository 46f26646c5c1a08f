using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Application.Released;
using SignaalPortaal.Application.Time;

namespace SignaalPortaal.Application;

public static class ApplicationServices
{
    /// <summary>The rights of the running portal; the migrations make it.</summary>
    private const string ApplicationRole = "signaalportaal_application";

    /// <summary>Everything behind the pages.</summary>
    /// <param name="connection">As whom the portal runs.</param>
    /// <param name="ownerConnection">As whom it migrates; null when that is the same login, which then drops its other rights while the portal runs.</param>
    /// <param name="keys">What protects sealed words, receipt codes and anchors.</param>
    /// <param name="disclosure">Null for a portal that is in use.</param>
    /// <param name="mail">Null for a portal that sends no mail.</param>
    /// <param name="scanner">Null for a portal without a virus scanner.</param>
    public static IServiceCollection AddApplication(
        this IServiceCollection services, string connection, string? ownerConnection, PortalKeys keys, MailSettings? mail = null, DisclosureSettings? disclosure = null,
        ClamdSettings? scanner = null)
    {
        // Details of the database hold the values that it refused.
        var running = Read(connection);
        running.IncludeErrorDetail = false;
        ownerConnection = ownerConnection is null ? null : Read(ownerConnection).ConnectionString;
        if (ownerConnection is null)
        {
            running.Options = $"-c role={ApplicationRole}";
        }

        services.AddDbContext<PortalDb>(options => options.UseNpgsql(
            running.ConnectionString, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
            .AddInterceptors(new OrganisationOfTransaction(), new DeadConnections()));
        services.AddSingleton(provider => new Migrator(ownerConnection ?? connection, provider.GetRequiredService<OrganisationKeys>()));
        services.AddSingleton(keys);
        services.AddSingleton(disclosure ?? DisclosureSettings.Default);
        services.AddSingleton<OrganisationKeys>();
        services.AddTransient<OrganisationTimeline>();
        services.AddTransient<UsableKeys>();
        services.AddSingleton<EchoMarks>();
        services.AddSingleton<ReceiptHash>();
        services.AddSingleton<ReceiptMisses>();
        services.AddMail(mail ?? MailSettings.Off);
        services.AddAttachments(scanner ?? ClamdSettings.Off);
        services.AddSingleton(new DatabaseClock(running.ConnectionString));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddScoped<CurrentViewer>();
        services.AddTransient(provider => provider.GetRequiredService<CurrentViewer>().Viewer);
        services.AddTransient(provider => provider.GetRequiredService<CurrentViewer>().Now(provider.GetRequiredService<TimeProvider>().GetUtcNow()));
        services.AddSingleton<Chores>();
        services.AddHostedService<TimeWorker>();

        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(OnceBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        return services.AddImplementationsOf(typeof(IRequestHandler<,>), typeof(IValidator<>));
    }

    /// <summary>What is wrong in it is not told: it has a password in it.</summary>
    private static NpgsqlConnectionStringBuilder Read(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException)
        {
            throw new DatabaseUnusableException("ConnectionStrings:Portal or PortalOwner cannot be read: it is pairs such as Host=...;Database=..., with semicolons between them.");
        }
    }

    /// <summary>Brings the database to the state that this version expects. Safe when several nodes start together.</summary>
    public static async Task MigrateDatabase(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await services.GetRequiredService<Migrator>().Migrate(cancellationToken);
        await services.GetRequiredService<DatabaseClock>().Read(cancellationToken);
        await services.MakeMissingKeys(cancellationToken);
    }

    /// <summary>For organisations of before there were keys.</summary>
    private static async Task MakeMissingKeys(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, keys) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<OrganisationKeys>());
        foreach (var organisation in await db.OrganisationIds(cancellationToken))
        {
            await db.InOrganisation(organisation, () => keys.Make(db, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Without a mail server and a folder nothing is sent, and nobody looks whether there is something to send.</summary>
    private static void AddMail(this IServiceCollection services, MailSettings mail)
    {
        services.AddSingleton(mail);
        services.AddSingleton<IMailTransport>(mail.Folder is null ? new SmtpTransport(mail) : new FolderTransport(mail));
        services.AddSingleton<MailWriter>();
        if (mail.IsOn)
        {
            services.AddHostedService<MailWorker>();
        }
    }

    /// <summary>Without a scanner no file waits for one.</summary>
    private static void AddAttachments(this IServiceCollection services, ClamdSettings scanner)
    {
        services.AddSingleton(scanner);
        services.AddTransient<Clamd>();
        services.AddTransient<AttachmentStore>();
        services.AddTransient<AttachFiles>();
        if (scanner.IsOn)
        {
            services.AddHostedService<ScanWorker>();
        }
    }

    private static IServiceCollection AddImplementationsOf(this IServiceCollection services, params Type[] openInterfaces)
    {
        foreach (var type in typeof(ApplicationServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsGenericType: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(IsAsked))
            {
                services.AddTransient(contract, type);
            }
        }

        return services;

        bool IsAsked(Type contract) => contract.IsGenericType && openInterfaces.Contains(contract.GetGenericTypeDefinition());
    }
}
