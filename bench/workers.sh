#!/usr/bin/env bash
# A server and two workers on a PostgreSQL of their own: workers are killed in the middle of a production, or frozen past
# their lease and continued, and the database is stopped for a while. The same test with one round is part of script/test.
#
#   bench/workers.sh [ROUNDS] [SECONDS]
set -euo pipefail

rounds=${1:-10}
outage=${2:-30}
cd "$(dirname "$(readlink -f "$0")")/.."
mvn -B verify -pl media,subtitles,pipeline,server -Dtest=PostgreSqlWorkersTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dworkers.rounds="$rounds" -Dworkers.outage="$outage" |
  grep --line-buffered -E '^workers|ERROR|Tests run:.*Time'
