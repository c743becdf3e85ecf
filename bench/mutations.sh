#!/usr/bin/env bash
# Changes the bytes of small films of several containers at random and gives them to the decoder process: each must
# end within ten seconds or be killed, as a production with findings or as a refusal. What was killed or crashed is
# named by number and seed. The same test with few films is part of script/test.
#
#   bench/mutations.sh [FILMS] [SEED]
set -euo pipefail

films=${1:-2000}
seed=${2:-1}
cd "$(dirname "$(readlink -f "$0")")/.."
mvn -B verify -pl media -Dtest=MutatedFootageTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dmutated.films="$films" -Dmutated.seed="$seed" |
  grep --line-buffered -E '^mutated|ERROR|Tests run:.*Time'
