#!/usr/bin/env bash
# Whether anything follows of a small group from all that an organisation ever published: bash eng/checks/publications.sh [organisations] [first seed]
#
# A thousand random organisations publish eight quarters each, and re-organise in between. The judge of the tests and the portal's own check must find nothing
# in what they publish, every number must be true, and at least 55 % of the rows of units that could be shown by themselves must be there. Takes minutes.
# With "sizes [organisations]" it tells that share for organisations of each size, and judges nothing.
#
# Small: bash eng/checks/publications.sh 10
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=eng/program.sh
source eng/program.sh

nice dotnet "$(program_of eng/checks/publications)" "$@"
