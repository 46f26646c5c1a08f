# shellcheck shell=bash
# Small: with eng/checks/receipts.sh
# The programs of this repository for the scripts, which source this file.

# Where a project is built to. Builds it first, unless SIGNAALPORTAAL_BUILT says that what is there is new: eng/test.sh built all of them already.
program_of() {
    local project=$1 program
    program=$project/bin/Release/net10.0/$(basename "$project"/*.csproj .csproj).dll
    [[ -n ${SIGNAALPORTAAL_BUILT:-} && -e $program ]] || dotnet build "$project" -c Release --nologo --verbosity quiet >&2
    echo "$program"
}
