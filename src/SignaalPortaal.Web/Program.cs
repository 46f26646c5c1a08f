using System.IO.Compression;
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

if (args is ["health"])
{
    return await Commands.AskHealth();
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

var connection = builder.Configuration.GetConnectionString("Portal")
    ?? throw new InvalidOperationException("Set ConnectionStrings:Portal to the PostgreSQL database of the portal.");
var ownerConnection = builder.Configuration.GetConnectionString("PortalOwner");
if (ChainCommands.IsOnDatabase(args))
{
    return await ChainCommands.Run(args, connection, Keys.Read(builder.Configuration, builder.Environment));
}

// Styles and scripts come from the project too when it was built and not published, in every environment.
builder.WebHost.UseStaticWebAssets();

builder.AddPortalLog();

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
app.UseRequestTimeouts();
app.UseAnonymousRoute();
app.UseWhen(context => !AnonymousRoute.Is(context), branch => branch.UseAuthentication());
app.UseRateLimiter();
app.UseWhen(context => !AnonymousRoute.Is(context), branch => branch.UseMiddleware<ViewerMiddleware>());
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();

// To any other method a page would answer without a handler: with nothing on it, or with an error.
app.MapRazorPages().WithStaticAssets().WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]));
app.MapAnchors();
app.MapGet("/gezond", () => "gezond").AllowAnonymous().DisableRateLimiting();
app.MapPublicFiles();

await app.RunAsync();
return 0;
