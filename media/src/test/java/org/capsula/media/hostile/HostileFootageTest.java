package org.capsula.media.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.ffmpeg.global.avcodec;
import org.capsula.media.SharedData;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.decoder.Production;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFootageTest {
  @TempDir Path folder;

  @Test
  void look() throws Exception {
    Map<String, Path> files = new TreeMap<>();
    put(files, "png.mp4", PixelBombs.png());
    put(files, "h264.h264", PixelBombs.h264());
    put(files, "hevc.hevc", PixelBombs.hevc(folder));
    files.put("h264.ts", Muxed.write(folder.resolve("h264.ts"), "mpegts", avcodec.AV_CODEC_ID_H264, PixelBombs.h264(), 0, 40, 80));
    files.put("hevc.ts", Muxed.write(folder.resolve("hevc.ts"), "mpegts", avcodec.AV_CODEC_ID_HEVC, PixelBombs.hevc(folder), 0, 40, 80));
    files.put("png.mov", Muxed.write(folder.resolve("png.mov"), "mov", avcodec.AV_CODEC_ID_PNG, PixelBombs.png(), 0, 40, 80));
    put(files, "vp9.mkv", Matroskas.of("V_VP9", PixelBombs.vp9()));
    put(files, "av1.mkv", Matroskas.of("V_AV1", PixelBombs.av1()));
    put(files, "honest.mov", Movies.honest());
    put(files, "twenty.mov", Movies.ofTwentyHours());
    put(files, "endless.mov", Movies.ofEndlessSamples());
    put(files, "edits.mov", Movies.ofRepeatingEdits());
    put(files, "another.mov", Movies.inAnotherFile("/tmp/canary.mov", "http://127.0.0.1:1/"));
    put(files, "refers.mov", Movies.thatRefers("http://127.0.0.1:1/"));
    put(files, "tracks.mov", Movies.ofManyTracks(100_000));
    put(files, "deep.mov", Movies.ofDeepBoxes(100_000));
    put(files, "tracks.mkv", Matroskas.ofManyTracks(100_000));
    put(files, "one.mkv", Matroskas.ofManyTracks(1));
    put(files, "chapters.mkv", Matroskas.ofManyChapters(100_000));
    put(files, "deep.mkv", Matroskas.ofDeepChapters(100_000));
    put(files, "linked.mkv", Matroskas.linkedTo("/tmp/canary.mov", "http://127.0.0.1:1/"));
    put(files, "wave.wav", Streams.wave());
    put(files, "flac.flac", Streams.flac());
    put(files, "avi.avi", Streams.avi());
    put(files, "ts.ts", Streams.transport());
    for (var e : files.entrySet()) {
      try (DecoderProcess decoder = DecoderProcess.start(Files.createTempDirectory(folder, "scratch"))) {
        long t = System.nanoTime();
        String out;
        try {
          MediaInfo i = decoder.inspect(e.getValue(), Trim.NONE);
          out = "OK " + i.toString().substring(0, Math.min(400, i.toString().length()));
          Path d = Files.createTempDirectory(folder, "tracks");
          decoder.transcode(Production.job(e.getValue(), d, i, Trim.NONE, 180), x -> {});
          out += " TRANSCODED";
        } catch (Exception x) {
          out = x.getClass().getSimpleName() + " " + (x instanceof UnreadableMediaException u ? u.code() : "") + " " + x.getMessage();
        }
        System.err.printf("%-14s %5d ms %4d MB  %s%n", e.getKey(), (System.nanoTime() - t) / 1000000, decoder.handle().isAlive() ? decoder.use().peakMemoryBytes() >> 20 : -1, out);
      }
    }
  }

  private void put(Map<String, Path> files, String name, byte[] bytes) throws IOException {
    files.put(name, Files.write(folder.resolve(name), bytes));
  }
}
