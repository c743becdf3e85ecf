#!/usr/bin/env bash
# Kills the program or its decoder at seeded moments and replays what it had acknowledged: what is lost, half visible,
# unfinished or left over. The same test with few rounds is part of script/test.
#
#   bench/crash-ledger.sh [ROUNDS] [SEED]
set -euo pipefail

rounds=${1:-30}
seed=${2:-1}
cd "$(dirname "$(readlink -f "$0")")/.."
mvn -B verify -pl media,subtitles,pipeline,server -Dtest=CrashLedgerTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dledger.rounds="$rounds" -Dledger.seed="$seed" | grep --line-buffered -E '^ledger|ERROR|Tests run:.*Time'
