#!/usr/bin/env bash
# Peak resident memory (VmHWM) of the decoder process while it makes whole productions: of a 1080p film, and of the same
# film enlarged to 4K, with the default ladder and with a rung of 4K on top.
#
#   bench/memory.sh FILM_1080P [PRESET]
#
# Reads it from /proc while the process runs: VmHWM never goes down, so the last value is the peak but for the last
# twentieth of a second. Fails where 1080p takes more than 700 MiB or 4K more than 1.5 GiB. The executable that enlarges
# comes out of the natives' jar, which on Debian needs libasound2 libpulse0 libxcb1 libxcb-shm0.
set -euo pipefail

input=$(readlink -f "${1:?usage: bench/memory.sh FILM_1080P [PRESET]}")
preset=${2:-fast}
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$home/capsula" --version >/dev/null
jar=$(ls "$home"/server/target/lib/ffmpeg-*-gpl.jar)
(cd "$work" && jar xf "$jar")
natives=$(dirname "$(find "$work/org" -name ffmpeg -type f)")
chmod +x "$natives/ffmpeg"
LD_LIBRARY_PATH=$natives "$natives/ffmpeg" -v error -i "$input" -t 12 -vf scale=3840:2160:flags=lanczos \
  -c:v libx264 -preset ultrafast -crf 20 -c:a copy "$work/4k.mp4"

# The decoder is the one child of the program, whose process the launcher becomes.
peak() {
  local program child hwm most=0
  "$home/capsula" produce "$1" --to "$work/out" --preset "$preset" "${@:2}" >/dev/null 2>"$work/err" &
  program=$!
  while kill -0 "$program" 2>/dev/null; do
    child=$(pgrep -P "$program" -f DecoderMain || true)
    hwm=$(awk '/VmHWM/ { print $2 }' "/proc/${child:-none}/status" 2>/dev/null || true)
    if [ "${hwm:-0}" -gt "$most" ]; then most=$hwm; fi
    sleep 0.05
  done
  wait "$program" || { cat "$work/err" >&2; exit 1; }
  rm -rf "$work/out"
  echo $((most / 1024))
}

failed=0
row() {
  local mib
  mib=$(peak "${@:3}")
  echo "$1: $mib MiB (at most $2)"
  if [ "$mib" -gt "$2" ]; then failed=1; fi
}
row "1080p, default ladder" 700 "$input"
row "4K, default ladder" 1536 "$work/4k.mp4"
row "4K, ladder from 2160" 1536 "$work/4k.mp4" --ladder 2160,1080,720,540,360,234
exit $failed
