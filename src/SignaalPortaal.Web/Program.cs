using System.IO.Compression;
using System.Reflection;
using Microsoft.AspNetCore.ResponseCompression;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Web;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Forms;
using SignaalPortaal.Web.Identity;
using SignaalPortaal.Web.Logs;

try
{
    return await Run(args);
}
catch (Exception exception) when (Assembly.GetEntryAssembly() == typeof(Program).Assembly)
{
    var failure = StartFailure.Of(exception);
    await Console.Error.WriteLineAsync(failure.Sentence);
    return failure.ExitCode;
}

static async Task<int> Run(string[] args)
{
    if (args is ["health", .. var question])
    {
        return await Health.Ask(question is ["--ready"] ? Health.IsReady : Health.Lives, WebApplication.CreateBuilder().Configuration);
    }

    if (args is ["make-keys", var folder])
    {
        PortalKeys.Make(folder);
        return 0;
    }

    if (ChainCommands.IsOffline(args))
    {
        return await ChainCommands.Run(args);
    }

    var builder = WebApplication.CreateBuilder(args);
    if (!Commands.IsOne(args) && !ChainCommands.IsOnDatabase(args))
    {
        ProductionRequirements.Require(builder.Configuration, builder.Environment);
    }

    var connection = builder.Configuration.GetConnectionString("Portal") ?? throw new SettingsException("Set ConnectionStrings:Portal to the PostgreSQL database of the portal.");
    var ownerConnection = builder.Configuration.GetConnectionString("PortalOwner");
    if (ChainCommands.IsOnDatabase(args))
    {
        return await ChainCommands.Run(args, connection, Keys.Read(builder.Configuration, builder.Environment));
    }

    // Styles and scripts come from the project too when it was built and not published, in every environment.
    builder.WebHost.UseStaticWebAssets();

    builder.AddPortalLog(isCommand: Commands.IsOne(args));

    var keys = Keys.Read(builder.Configuration, builder.Environment);
    builder.Services.AddApplication(
        connection, ownerConnection, keys, builder.Configuration.GetSection("Mail").Get<MailSettings>(),
        builder.Configuration.GetSection("Disclosure").Get<DisclosureSettings>(), builder.Configuration.GetSection("Clamd").Get<ClamdSettings>());
    builder.AddEdge(keys);
    builder.Services.AddSignIn();
    builder.Services.AddForms();
    builder.Services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });
    builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);

    var app = builder.Build();
    app.UseRandomReferences();
    await app.Services.MigrateDatabase();
    if (await Commands.Run(args, app) is { } exitCode)
    {
        return exitCode;
    }

    app.UseEdge();

    // A page that shows what stands in its address is not compressed: the length of the answer would tell something about the rest of the page (BREACH).
    app.UseWhen(context => !context.Request.QueryString.HasValue, branch => branch.UseResponseCompression());
    app.UseRequestLocalization(options => options.AddSupportedCultures("nl-NL").AddSupportedUICultures("nl-NL").SetDefaultCulture("nl-NL"));
    app.UseRouting();
    app.UseAnonymousHost(builder.Configuration["Anonymous:Host"]);
    app.UseAnonymousRoute();
    app.UseWhen(context => !AnonymousRoute.Is(context), branch => branch.UseAuthentication());

    // Between these two and the network people are as slow as they like; what comes after them is scarce.
    app.UseMiddleware<Intake>();
    app.UseMiddleware<HeldAnswers>();
    app.UseRequestTimeouts();
    app.UseRateLimiter();
    app.UseWhen(context => !AnonymousRoute.Is(context), branch => branch.UseMiddleware<ViewerMiddleware>());
    app.UseAuthorization();
    app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();

    // To any other method a page would answer without a handler: with nothing on it, or with an error.
    app.MapRazorPages().WithStaticAssets().WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]));
    app.MapAnchors();
    Health.Map(app);
    app.MapPublicFiles();

    await app.RunAsync();
    return 0;
}
