#!/usr/bin/env bash
# How soon after the start of its production a film plays in the studio: with the real server, in Chromium. All sizes
# are offered from the first moment on.
#
#   bench/preview.sh FILM [ROUNDS]
#
# FILM is a path of at least 20 seconds of film; Chromium as for script/test.
set -euo pipefail

film=$(readlink -f "${1:?usage: bench/preview.sh FILM [ROUNDS]}")
rounds=${2:-3}
cd "$(dirname "$(readlink -f "$0")")/.."
for _ in $(seq "$rounds"); do
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 mvn -B verify -Pbrowser -pl media,subtitles,pipeline,server \
    -Dtest=GrowingFilmBench -Dsurefire.failIfNoSpecifiedTests=false -Dpreview.film="$film" |
    grep --line-buffered -E '^preview|ERROR'
done
