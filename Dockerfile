# Of one version; whoever deploys adds the digest, see SECURITY.md.
FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source
COPY . .
RUN dotnet restore src/SignaalPortaal.Web --locked-mode && dotnet publish src/SignaalPortaal.Web -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0.14
WORKDIR /app
COPY --from=build /app .
# Where a demonstration puts its mail and its keys; the user of the portal writes there.
RUN mkdir /mail /keys && chown $APP_UID /mail /keys
# A memory dump after a crash would hold what people were writing.
ENV DOTNET_DbgEnableMiniDump=0 DOTNET_EnableDiagnostics=0
USER $APP_UID
EXPOSE 8080
# The image has no curl; the program asks itself. Whether it lives: a database that is away is no reason to start it anew. 'health --ready' asks for that.
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s CMD ["dotnet", "SignaalPortaal.Web.dll", "health"]
ENTRYPOINT ["dotnet", "SignaalPortaal.Web.dll"]
