# shellcheck shell=bash
# Small: with eng/checks/receipts.sh
# The programs of this repository for the scripts, which source this file.

# Where a project is built to. Builds it first, unless SIGNAALPORTAAL_BUILT says that all of them are: eng/test.sh did that already.
program_of() {
    local project=$1
    [[ -n ${SIGNAALPORTAAL_BUILT:-} ]] || dotnet build "$project" -c Release --nologo --verbosity quiet >&2
    printf '%s/bin/Release/net10.0/%s.dll\n' "$project" "$(basename "$project"/*.csproj .csproj)"
}
