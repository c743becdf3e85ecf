#!/usr/bin/env bash
# Makes the two kinds of film that schools make most, for bench/bytes.sh: a talking head before a camera that is not
# quite still and has the noise of a room, and slides.
#
#   bench/footage.sh DIR
set -euo pipefail

target=${1:?usage: bench/footage.sh DIR}
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$home/bench/ffmpeg.sh"
unpack_ffmpeg "$home" "$work"
mkdir -p "$target"
font=$(find /usr/share/fonts -name 'DejaVuSans.ttf' | head -1)
encode=(-c:v libx264 -preset medium -crf 12 -pix_fmt yuv420p -g 250 -c:a aac -b:a 128k -y)

"$FFMPEG" -nostdin -v error -f lavfi -i "color=0x8a7f72:s=1280x720:r=25:d=30" -f lavfi -i "anoisesrc=a=0.02:d=30" -filter_complex "
  [0]geq=lum='clip(
      120+20*sin(X/90)+15*cos(Y/70)
      +if(lt(hypot((X-640-6*sin(T*1.1))/150,(Y-300-4*sin(T*0.9))/190),1),70-40*hypot((X-640)/150,(Y-300)/190),0)
      -if(lt(hypot((X-590-6*sin(T*1.1))/16,(Y-260-4*sin(T*0.9))/(9+2*lt(mod(T,4),0.15))),1),90,0)
      -if(lt(hypot((X-690-6*sin(T*1.1))/16,(Y-260-4*sin(T*0.9))/9),1),90,0)
      -if(lt(hypot((X-640-6*sin(T*1.1))/48,(Y-395-4*sin(T*0.9))/(6+14*abs(sin(T*7)*sin(T*2.3)))),1),80,0)
      -if(lt(hypot((X-640)/330,(Y-760)/270),1),60,0)
    ,16,235)':cb=118:cr=140,
  noise=alls=7:allf=t,crop=1264:704:8+4*sin(t*0.7):8+4*cos(t*0.5),scale=1280:720[v]" \
  -map '[v]' -map 1 "${encode[@]}" "$target/talking-head.mp4"

slide() { printf "drawtext=fontfile=%s:text='%s':fontsize=%d:fontcolor=0x223344:x=%d:y=%d:enable='between(t\\,%d\\,%d)'" "$font" "$1" "$2" "$3" "$4" "$5" "$6"; }
filters=""
for n in 0 1 2 3 4; do
  from=$((n * 8)) to=$((n * 8 + 8))
  filters+="$(slide "Slide $((n + 1)) · The first conversation" 54 80 70 $from $to),"
  for line in 1 2 3 4 5; do
    filters+="$(slide "$line. What is said, what is meant, and what is heard ($n)" 34 100 $((130 + 90 * line)) $from $to),"
  done
done
"$FFMPEG" -nostdin -v error -f lavfi -i "color=0xf4f1ea:s=1280x720:r=25:d=40" -f lavfi -i "anoisesrc=a=0.02:d=40" \
  -vf "${filters%,}" "${encode[@]}" "$target/slides.mp4"
ls -l "$target"
