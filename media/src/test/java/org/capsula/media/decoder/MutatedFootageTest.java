package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.capsula.media.Finding;
import org.capsula.media.SharedData;
import org.capsula.media.ffmpeg.GeneratedFilm;
import org.capsula.media.ffmpeg.StagedFilm;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Films of several containers whose bytes were changed at random: each ends in time as a production
 * or as a refusal in one sentence, and this process goes on.
 *
 * <p>{@code -Dmutated.films=2000 -Dmutated.seed=7} for more of them.
 */
class MutatedFootageTest {
  private static final int FILMS = Integer.getInteger("mutated.films", 60);
  private static final long SEED = Long.getLong("mutated.seed", 1);
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String OUT_OF_PATIENCE = "it took longer than a short film may";

  /** So that no leftover of one film is blamed on another far behind. */
  private static final int FILMS_A_PROCESS = 10;

  private enum Outcome {
    PRODUCED,
    PRODUCED_WITH_FINDINGS,
    REFUSED,
    CRASHED,
    KILLED
  }

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

  @TempDir Path folder;

  @AfterEach
  void stopClock() {
    clock.shutdownNow();
  }

  @Test
  void mutatedFilms_endInTimeAsProductionOrRefusal() throws Exception {
    List<byte[]> films = films();
    DecoderProcess decoder = start();
    Duration slowest = Duration.ZERO;
    try {
      for (int number = 0; number < FILMS; number++) {
        if (number % FILMS_A_PROCESS == FILMS_A_PROCESS - 1 || !decoder.handle().isAlive()) {
          decoder.close();
          decoder = start();
        }
        Path film = Files.write(folder.resolve("film"), mutated(films, number));
        long begun = System.nanoTime();
        Outcome outcome = outcome(decoder, film, number);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
        outcomes.merge(outcome, 1, Integer::sum);
        assertThat(taken).as(name(number)).isLessThan(PATIENCE.plusSeconds(5));
        if (outcome == Outcome.KILLED || outcome == Outcome.CRASHED) {
          System.out.println("mutated " + name(number) + ": " + outcome);
        }
      }
    } finally {
      decoder.close();
    }
    System.out.printf(
        "mutated films: %d with seed %d: %s, the slowest in %.1f s%n",
        FILMS, SEED, outcomes, slowest.toMillis() / 1000.0);
    assertThat(outcomes.keySet())
        .as("otherwise they were changed too much or too little to tell anything")
        .contains(Outcome.PRODUCED_WITH_FINDINGS, Outcome.REFUSED);
  }

  /** What is found in the others is the mutations' doing. */
  @Test
  void unchangedFilms_areProducedWithoutFindings() throws Exception {
    try (DecoderProcess decoder = start()) {
      for (byte[] bytes : films()) {
        Path film = Files.write(folder.resolve("film"), bytes);
        MediaInfo info = decoder.inspect(film, Trim.NONE);
        Path target = Files.createTempDirectory(folder, "tracks");
        TranscodeResult result =
            decoder.transcode(
                Production.job(film, target, info, Trim.NONE, StagedFilm.HEIGHT), time -> {});
        assertThat(Stream.concat(info.findings().stream(), result.findings().stream()))
            .as(info.container())
            .allMatch(finding -> finding.code().equals("no-audio"));
      }
    }
  }

  private Outcome outcome(DecoderProcess decoder, Path film, int number) throws IOException {
    Future<?> end =
        clock.schedule(
            () -> decoder.endNow(OUT_OF_PATIENCE), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    Path target = Files.createTempDirectory(folder, "tracks");
    try {
      MediaInfo info = decoder.inspect(film, Trim.NONE);
      if (info.duration().isZero()) {
        return Outcome.REFUSED;
      }
      TranscodeJob job =
          Production.job(film, target, info, Trim.NONE, StagedFilm.HEIGHT, StagedFilm.HEIGHT / 2);
      return produced(job, decoder.transcode(job, time -> {}), number);
    } catch (UnreadableMediaException e) {
      assertThat(e.getMessage()).as(name(number)).isNotBlank().doesNotContain("\n");
      return e.code().equals("decoder-crashed") ? Outcome.CRASHED : Outcome.REFUSED;
    } catch (DecoderFailedException e) {
      assertThat(e).as(name(number)).hasMessage(OUT_OF_PATIENCE);
      return Outcome.KILLED;
    } finally {
      end.cancel(false);
      delete(target);
    }
  }

  private static Outcome produced(TranscodeJob job, TranscodeResult result, int number) {
    List<Finding> findings =
        Stream.concat(job.info().findings().stream(), result.findings().stream()).toList();
    List<String> codes = findings.stream().map(Finding::code).toList();
    if (job.info().video() != null && !codes.contains("video-not-decodable")) {
      assertThat(job.rungs())
          .as(name(number))
          .allSatisfy(rung -> assertThat(job.directory().resolve(TrackFiles.video(rung))).exists());
    }
    if (job.info().audio() != null && !codes.contains("audio-not-decodable")) {
      assertThat(job.directory().resolve(TrackFiles.AUDIO)).as(name(number)).exists();
    }
    return codes.isEmpty() ? Outcome.PRODUCED : Outcome.PRODUCED_WITH_FINDINGS;
  }

  private static byte[] mutated(List<byte[]> films, int number) {
    // Generators whose seeds are neighbours begin alike.
    Random random = new Random((SEED << 32 | number) * 0x9E3779B97F4A7C15L);
    byte[] film = films.get(number / MUTATIONS.size() % films.size());
    return mutation(number).of(film, random);
  }

  private static Mutation mutation(int number) {
    return MUTATIONS.get(number % MUTATIONS.size());
  }

  private static String name(int number) {
    return "film %d of seed %d, %s".formatted(number, SEED, mutation(number));
  }

  private List<byte[]> films() throws Exception {
    List<byte[]> films = new ArrayList<>();
    for (String name : List.of("film.mp4", "film.mov", "film.ts")) {
      films.add(Files.readAllBytes(new StagedFilm(3).to(folder.resolve(name))));
    }
    Path program =
        new StagedFilm(3)
            .encodedAs(avcodec.AV_CODEC_ID_MPEG2VIDEO, avcodec.AV_CODEC_ID_MP2)
            .to(folder.resolve("film.mpg"));
    films.add(Files.readAllBytes(program));
    // The recorder writes wrong lengths of sounds into these.
    for (String name : List.of("film.mkv", "film.flv")) {
      GeneratedFilm silent = new GeneratedFilm(StagedFilm.WIDTH, StagedFilm.HEIGHT);
      films.add(Files.readAllBytes(silent.to(folder.resolve(name), 3)));
    }
    for (String name : List.of("mpeg4-mp3.avi", "vp9-60fps-vorbis51.webm")) {
      films.add(Files.readAllBytes(SharedData.film(name)));
    }
    return films;
  }

  private DecoderProcess start() throws IOException {
    return DecoderProcess.start(Files.createTempDirectory(folder, "scratch"));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
