#!/usr/bin/env bash
# Whether anything follows of a small group from all that an organisation ever published: bash eng/checks/publications.sh [organisations] [first seed]
#
# A thousand random organisations publish eight quarters each, and re-organise in between. The judge of the tests and the portal's own check must find nothing
# in what they publish, every number must be true, and at least 65 % of the rows of units that could be shown by themselves must be there. Takes minutes.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
dotnet build eng/checks/publications -c Release --nologo -v q
nice dotnet eng/checks/publications/bin/Release/net10.0/publications.dll "$@"
