#!/usr/bin/env bash
# Fills every form with every hostile value, in five roles and without signing in: bash eng/checks/hostile-forms.sh [values per form]
# Small: with tests/SignaalPortaal.Web.Tests/Hostile/HostileFormsTests.cs
#
# The suite sends a few values into each form (HostileFormsTests); this sends them all, or as many as the argument says.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."

HOSTILE_VALUES=${1:-230} bash eng/test.sh --filter FullyQualifiedName~HostileFormsTests
