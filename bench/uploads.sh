#!/usr/bin/env bash
# Kills the program and cuts connections at seeded bytes of an upload, and compares what it had acknowledged with what
# it says afterwards. The same test with few blows is part of script/test.
#
#   bench/uploads.sh [KILLS] [SEED] [CUTS]
set -euo pipefail

kills=${1:-100}
seed=${2:-1}
cuts=${3:-$((2 * kills))}
cd "$(dirname "$(readlink -f "$0")")/.."
mvn -B verify -pl media,subtitles,pipeline,server -Dtest=UploadLedgerTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Duploads.kills="$kills" -Duploads.cuts="$cuts" -Duploads.seed="$seed" |
  grep --line-buffered -E '^uploads|ERROR|Tests run:.*Time'
