#!/usr/bin/env bash
# All 300 hostile texts in every place that a text reaches, in Chromium: none may run.
# Usage: bench/hostile.sh
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q -Pbrowser verify -pl media,subtitles,pipeline,server -Dtest=HostileTextTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dhostile=300
