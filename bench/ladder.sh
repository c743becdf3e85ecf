#!/usr/bin/env bash
# What a whole production costs beside the plain encode of the same ladder by one ffmpeg command:
# CPU seconds (user + system) of the process tree, interleaved, medians.
#
#   PEERS=…/peers.sh bench/ladder.sh INPUT [LADDER] [ROUNDS]
#
# LADDER as --ladder takes it (default 720,480,360), ROUNDS at least 3. PEERS is the script that holds the yardstick
# `ladder`. Both sides use the same FFmpeg build: the yardstick runs
# the executable out of the natives' jar, which on Debian needs libasound2 libpulse0 libxcb1 libxcb-shm0.
set -euo pipefail

input=${1:?usage: bench/ladder.sh INPUT [LADDER] [ROUNDS]}
ladder=${2:-720,480,360}
rounds=${3:-3}
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
peers=${PEERS:?set PEERS to the script with the yardstick}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$home/capsula" --version >/dev/null
jar=$(ls "$home"/server/target/lib/ffmpeg-*-gpl.jar)
(cd "$work" && jar xf "$jar")
natives=$(dirname "$(find "$work/org" -name ffmpeg -type f)")
chmod +x "$natives/ffmpeg" "$natives/ffprobe"
export LD_LIBRARY_PATH=$natives FFMPEG=$natives/ffmpeg FFPROBE=$natives/ffprobe
"$FFMPEG" -version | head -1

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
bytes() { du -cb "$@" | tail -1 | cut -f1; }

for round in $(seq "$rounds"); do
  rm -rf "$work/capsula"
  # The yardstick's libraries must not be the product's.
  TIMEFORMAT='%U %S'
  cpu=$({ time env -u LD_LIBRARY_PATH "$home/capsula" produce "$input" --to "$work/capsula" \
    --ladder "$ladder" --preset fast >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }')
  line=$("$peers" "$input" "$work/peers" ladder)
  yard=$(sed 's/.*cpu=\([0-9.]*\).*/\1/' <<<"$line")
  echo "$cpu" >>"$work/capsula.cpu"
  echo "$yard" >>"$work/ladder.cpu"
  echo "round $round: capsula $cpu s, ladder $yard s; bytes of tracks $(bytes "$work"/capsula/*/video-*.mp4 "$work"/capsula/*/audio.mp4), $(bytes "$work"/peers/ladder/*)"
done
c=$(median <"$work/capsula.cpu")
y=$(median <"$work/ladder.cpu")
awk -v c="$c" -v y="$y" 'BEGIN { printf "median: capsula %.2f s, ladder %.2f s, ratio %.3f\n", c, y, c / y }'
