#!/usr/bin/env bash
# Whether anything follows from what a publication does not show: bash eng/checks/claims.sh [large]
# Small: bash eng/checks/claims.sh
#
# The engine divides every history of small organisations: every tree of up to five units, up to eight categories, cross tables. Who knows the program, the
# tree and the head counts, and perhaps one signal, tries all histories that give the same publication. What holds in all of them and is no sum of what is
# shown is a claim; there must be none. Then rules with a known mistake go the same way, and each must be found. Seconds; with "large" minutes.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=eng/program.sh
source eng/program.sh

nice dotnet "$(program_of eng/checks/publications)" claims "$@"
