# For the benches: FFmpeg's executables out of the natives' jar, and the measure of a picture.

# unpack_ffmpeg HOME WORK: builds what is needed; sets FFMPEG, FFPROBE and LD_LIBRARY_PATH
unpack_ffmpeg() {
  "$1/capsula" --version >/dev/null
  (cd "$2" && jar xf "$(ls "$1"/server/target/lib/ffmpeg-*-gpl.jar)")
  local natives
  natives=$(dirname "$(find "$2/org" -name ffmpeg -type f)")
  chmod +x "$natives/ffmpeg" "$natives/ffprobe"
  export LD_LIBRARY_PATH=$natives FFMPEG=$natives/ffmpeg FFPROBE=$natives/ffprobe
}

# xpsnr FILM SOURCE: dB of luma, the film scaled to the source and the source at the film's frame rate
xpsnr() {
  local size rate
  size=$("$FFPROBE" -v error -select_streams v:0 -show_entries stream=width,height -of csv=p=0:s=: "$2" | head -1)
  rate=$("$FFPROBE" -v error -select_streams v:0 -show_entries stream=r_frame_rate -of csv=p=0 "$1" | head -1)
  "$FFMPEG" -nostdin -v info -i "$1" -i "$2" -lavfi \
    "[0:v:0]scale=$size:flags=bicubic,format=yuv420p,settb=1/90000,setpts=PTS-STARTPTS[a];[1:v:0]fps=$rate:start_time=0,scale=$size,format=yuv420p,settb=1/90000,setpts=PTS-STARTPTS[b];[a][b]xpsnr=shortest=1" \
    -f null - 2>&1 | sed -n 's/.*XPSNR *y: *\([0-9.]*\).*/\1/p' | tail -1
}
