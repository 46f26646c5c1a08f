FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/SignaalPortaal.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Where a demonstration puts its mail and its keys; the user of the portal writes there.
RUN mkdir /mail /keys && chown $APP_UID /mail /keys
# A memory dump after a crash would hold what people were writing.
ENV DOTNET_DbgEnableMiniDump=0
USER $APP_UID
EXPOSE 8080
# The image has no curl; the program asks itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s CMD ["dotnet", "SignaalPortaal.Web.dll", "health"]
ENTRYPOINT ["dotnet", "SignaalPortaal.Web.dll"]
