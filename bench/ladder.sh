#!/usr/bin/env bash
# What a whole production costs and gives beside the reference systems' work on the same upload: CPU seconds
# (user + system of the process tree), interleaved, medians; and each rung's picture and bytes beside those of the
# plain encode.
#
#   PEERS=…/peers.sh bench/ladder.sh INPUT [LADDER] [ROUNDS] [SYSTEM…]
#
# LADDER as --ladder takes it (default 720,480,360), ROUNDS at least 3. PEERS is the script that holds the yardstick
# `ladder` and the systems (default: ladder alone; also peertube, opencast, mediacms, esup). All sides use the same
# FFmpeg build: the others run the executable out of the natives' jar, which on Debian needs libasound2 libpulse0
# libxcb1 libxcb-shm0.
set -euo pipefail

input=${1:?usage: bench/ladder.sh INPUT [LADDER] [ROUNDS] [SYSTEM…]}
ladder=${2:-720,480,360}
rounds=${3:-3}
shift $(($# < 3 ? $# : 3))
systems=(ladder "$@")
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
peers=${PEERS:?set PEERS to the script with the yardstick}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$home/bench/ffmpeg.sh"
unpack_ffmpeg "$home" "$work"
"$FFMPEG" -version | head -1

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

for round in $(seq "$rounds"); do
  rm -rf "$work/capsula"
  # The others' libraries must not be the product's.
  TIMEFORMAT='%U %S'
  cpu=$({ time env -u LD_LIBRARY_PATH "$home/capsula" produce "$input" --to "$work/capsula" \
    --ladder "$ladder" --preset fast >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }')
  echo "$cpu" >>"$work/capsula.cpu"
  line="round $round: capsula $cpu"
  for system in "${systems[@]}"; do
    cpu=$("$peers" "$input" "$work/peers" "$system" | sed 's/.*cpu=\([0-9.]*\).*/\1/')
    echo "$cpu" >>"$work/$system.cpu"
    line+=", $system $cpu"
  done
  echo "$line s"
done
c=$(median <"$work/capsula.cpu")
for system in "${systems[@]}"; do
  y=$(median <"$work/$system.cpu")
  awk -v c="$c" -v y="$y" -v s="$system" 'BEGIN { printf "median: capsula %.2f s, %s %.2f s, ratio %.3f\n", c, s, y, c / y }'
done

for file in "$work"/capsula/*/video-*.mp4; do
  rung=$(basename "$file" .mp4 | tr -dc 0-9)
  yard=$work/peers/ladder/$rung.mp4
  [ -e "$yard" ] || continue
  awk -v r="$rung" -v a="$(xpsnr "$file" "$input")" -v b="$(xpsnr "$yard" "$input")" \
    -v m="$(stat -c %s "$file")" -v n="$(stat -c %s "$yard")" 'BEGIN {
      printf "%d lines: XPSNR %.2f dB, yardstick %.2f (%+.2f); bytes %d, yardstick %d (%.3f)\n", r, a, b, a - b, m, n, m / n }'
done
