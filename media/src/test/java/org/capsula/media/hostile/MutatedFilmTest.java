package org.capsula.media.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.global.avcodec;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.decoder.Production;
import org.capsula.media.ffmpeg.GeneratedFilm;
import org.capsula.media.ffmpeg.GeneratedSound;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Films with something changed, which nobody can have thought of: {@code -Dmutated=2000} for many.
 * Each comes out as a film with findings or as a refusal, in time; a failure would be taken for the
 * machine's, and tried again.
 */
class MutatedFilmTest {
  private static final int COUNT = Integer.getInteger("mutated", 60);

  /** The same films every time; another number for others. */
  private static final long SEED = Long.getLong("mutated.seed", 1);

  private static final Duration LONGEST = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void mutatedFilm_isAFilmOrARefusal() throws Exception {
    List<Path> films = films();
    Random random = new Random(SEED);
    Map<String, Integer> outcomes = new TreeMap<>();
    DecoderProcess decoder = start();
    try {
      for (int i = 0; i < COUNT; i++) {
        Path film = films.get(i % films.size());
        Path mutated = folder.resolve(i + "-" + film.getFileName());
        Files.write(mutated, mutate(Files.readAllBytes(film), random));
        Duration begin = decoder.use().cpu();
        String outcome = outcome(decoder, mutated);
        outcomes.merge(outcome, 1, Integer::sum);
        Files.delete(mutated);
        if (decoder.handle().isAlive()) {
          // Computing, not waiting: a busy machine changes nothing.
          Duration taken = decoder.use().cpu().minus(begin);
          assertThat(taken).as("film %d: %s", i, outcome).isLessThan(LONGEST);
        } else {
          decoder.close();
          decoder = start();
        }
      }
    } finally {
      decoder.close();
    }
    // Some are still films and some are not: the changes are neither too small nor too large.
    assertThat(outcomes).containsKeys("film", "footage-unreadable");
    System.out.println(COUNT + " mutated films: " + outcomes);
  }

  private DecoderProcess start() throws IOException {
    return DecoderProcess.start(Files.createTempDirectory(folder, "scratch"));
  }

  private String outcome(DecoderProcess decoder, Path film) throws IOException {
    Path target = Files.createTempDirectory(folder, "tracks");
    try {
      MediaInfo info = decoder.inspect(film, Trim.NONE);
      if (info.duration().isZero()) {
        return "zero-length";
      }
      decoder.transcode(Production.job(film, target, info, Trim.NONE, 90), time -> {});
      return "film";
    } catch (UnreadableMediaException e) {
      return e.code();
    }
  }

  private List<Path> films() throws Exception {
    List<Path> films = new ArrayList<>();
    GeneratedFilm h264 = new GeneratedFilm(160, 90).with(avcodec.AV_CODEC_ID_H264, 2);
    for (String kind : new String[] {"mp4", "mkv", "ts", "flv", "mov"}) {
      films.add(h264.to(folder.resolve("h264." + kind), 1));
    }
    films.add(
        new GeneratedFilm(160, 90)
            .with(avcodec.AV_CODEC_ID_MPEG4, 0)
            .to(folder.resolve("mpeg4.avi"), 1));
    films.add(
        new GeneratedFilm(160, 90)
            .with(avcodec.AV_CODEC_ID_MPEG2VIDEO, 2)
            .to(folder.resolve("mpeg2.mpg"), 1));
    films.add(
        new GeneratedFilm(160, 90)
            .with(avcodec.AV_CODEC_ID_VP8, 0)
            .to(folder.resolve("vp8.webm"), 1));
    films.add(GeneratedSound.to(folder.resolve("aac.m4a"), 2, 2));
    films.add(GeneratedSound.to(folder.resolve("aac.aac"), 2, 2));
    return films;
  }

  private static byte[] mutate(byte[] film, Random random) {
    byte[] mutated = film.clone();
    int at = random.nextInt(film.length);
    int length = Math.min(1 + random.nextInt(2000), film.length - at);
    switch (random.nextInt(5)) {
      case 0 -> flip(mutated, random, 0, mutated.length, 1 + mutated.length / 500);
      // The beginning says what everything else is.
      case 1 -> flip(mutated, random, 0, Math.min(1000, mutated.length), 8);
      case 2 -> Arrays.fill(mutated, at, at + length, (byte) (random.nextBoolean() ? 0 : 255));
      case 3 ->
          System.arraycopy(film, random.nextInt(film.length - length + 1), mutated, at, length);
      default -> mutated = Arrays.copyOf(film, 1 + at);
    }
    // The end of an MP4 is its index.
    flip(mutated, random, Math.max(0, mutated.length - 2000), mutated.length, random.nextInt(5));
    return mutated;
  }

  private static void flip(byte[] bytes, Random random, int from, int to, int count) {
    for (int i = 0; i < count; i++) {
      bytes[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
    }
  }
}
