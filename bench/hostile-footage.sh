#!/usr/bin/env bash
# Footage made to do harm, and 2,000 films with something changed: each ends in time as a film or as a refusal.
# Usage: bench/hostile-footage.sh [FILMS] [SEED]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q test -pl media -Dtest='HostileFootageTest,MutatedFilmTest' \
  -Dsurefire.failIfNoSpecifiedTests=false -Dmutated="${1:-2000}" -Dmutated.seed="${2:-1}"
