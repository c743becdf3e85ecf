#!/usr/bin/env bash
# How many bytes a film takes for the same picture: mean bit rate at equal XPSNR over the rungs, each scaled to the
# source, beside the reference systems' files. And what leaving out useless rungs saves, told apart.
#
#   PEERS=…/peers.sh bench/bytes.sh INPUT [LADDER] [SYSTEM…]
#
# LADDER as --ladder takes it (default 720,480,360); SYSTEM of peertube and opencast (default both). PEERS as for
# bench/ladder.sh. Needs python3.
set -euo pipefail

input=${1:?usage: bench/bytes.sh INPUT [LADDER] [SYSTEM…]}
ladder=${2:-720,480,360}
shift $(($# < 2 ? $# : 2))
systems=("$@")
[ ${#systems[@]} -gt 0 ] || systems=(peertube opencast)
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
peers=${PEERS:?set PEERS to the script with the systems}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$home/bench/ffmpeg.sh"
unpack_ffmpeg "$home" "$work"

# Bit/s of the picture alone.
rate() {
  local bytes seconds
  bytes=$("$FFPROBE" -v error -select_streams v:0 -show_entries packet=size -of csv=p=0 "$1" | tr -d , | awk '{ s += $1 } END { print s }')
  seconds=$("$FFPROBE" -v error -show_entries format=duration -of csv=p=0 "$input")
  awk -v b="$bytes" -v s="$seconds" 'BEGIN { print b * 8 / s }'
}

# points NAME FILE…
points() {
  local name=$1 file
  shift
  for file in "$@"; do
    echo "$name $(rate "$file") $(xpsnr "$file" "$input")" | tee -a "$work/points"
  done
}

produce() { env -u LD_LIBRARY_PATH "$home/capsula" produce "$input" --to "$work/$1" "${@:2}" >/dev/null 2>&1; }

produce fast --ladder "$ladder" --preset fast
produce small --ladder "$ladder" --preset small
produce av1 --ladder "$ladder" --preset fast --av1
produce usual --preset fast
"$peers" "$input" "$work/peers" "${systems[@]}" >&2

points fast "$work"/fast/*/video-*.mp4
points small "$work"/small/*/video-*.mp4
points av1 "$work"/av1/*/video-*-av1.mp4
for system in "${systems[@]}"; do
  case $system in
  opencast) points opencast "$work"/peers/opencast/{854,1280,1920,2560,3840}.mp4 2>/dev/null || true ;;
  *) points "$system" "$work/peers/$system"/*.mp4 ;;
  esac
done
for system in "${systems[@]}"; do
  for preset in fast small av1; do
    grep -E "^($system|$preset) " "$work/points" | sort -s -k1,1 |
      awk -v first="$system" '$1 == first { print } $1 != first { rest = rest $0 "\n" } END { printf "%s", rest }' |
      python3 "$home/bench/bd_rate.py"
  done
done

echo "usual ladder:"
python3 - "$work"/usual/*/report.json <<'P'
import json, sys
report = json.load(open(sys.argv[1]))
for step in report["ladder"]:
    print(" ", step["height"], "kept" if step["kept"] else "dropped", "-", step["reason"])
print("  bytes of the kept tracks:", sum(track["bytes"] for track in report["tracks"]))
P
