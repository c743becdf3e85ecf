package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.capsula.media.SharedData;
import org.capsula.media.ffmpeg.GeneratedFilm;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real work under bounds that it must break. */
class DecoderLimitsTest {
  private static final Path FILM = SharedData.film("sintel-trailer-720p.mp4");
  private static final long MUCH = 1L << 40;

  @TempDir Path folder;

  @Test
  void memory_beyondItsBound_endsTheChildWithASentence() throws Exception {
    try (DecoderProcess decoder = DecoderProcess.start(folder)) {
      DecoderLimits small =
          new DecoderLimits(50_000_000, Duration.ofHours(1), 0, /* output= */ null, 0);

      assertRefused("limit-memory", () -> decoder.inspect(FILM, Trim.NONE, small))
          .hasMessageStartingWith("decoding it took more than 0.0 GiB of memory");
      assertThat(decoder.handle().isAlive()).isFalse();
    }
  }

  @Test
  void computing_beyondItsBound_endsTheChildWithASentence() throws Exception {
    try (DecoderProcess decoder = DecoderProcess.start(folder)) {
      TranscodeJob job = job(decoder);
      DecoderLimits small = new DecoderLimits(MUCH, Duration.ofSeconds(1), 0, null, 0);

      assertRefused("limit-time", () -> decoder.transcode(job, small, time -> {}))
          .hasMessageStartingWith("decoding it took more than 1 s of computing time");
      assertThat(decoder.handle().isAlive()).isFalse();
    }
  }

  /** What an earlier request took is not counted against the next. */
  @Test
  void computing_ofEarlierRequests_doesNotCount() throws Exception {
    Path film = new GeneratedFilm(64, 36).to(folder.resolve("film.mp4"), 1);
    try (DecoderProcess decoder = DecoderProcess.start(folder)) {
      decoder.transcode(job(decoder), time -> {});
      Duration taken = decoder.use().cpu();
      DecoderLimits rest = new DecoderLimits(MUCH, taken.dividedBy(2), 0, null, 0);

      assertThat(taken).isGreaterThan(Duration.ofSeconds(4));
      assertThat(decoder.inspect(film, Trim.NONE, rest).duration()).isPositive();
      Thread.sleep(500);
      assertThat(decoder.handle().isAlive()).isTrue();
    }
  }

  @Test
  void output_beyondItsBound_endsTheChildWithASentence() throws Exception {
    try (DecoderProcess decoder = DecoderProcess.start(folder)) {
      TranscodeJob job = job(decoder);
      DecoderLimits small =
          new DecoderLimits(MUCH, Duration.ofHours(1), 0, job.directory(), 100_000);

      assertRefused("limit-output", () -> decoder.transcode(job, small, time -> {}))
          .hasMessageStartingWith("its tracks grew beyond 0.0 GiB");
    }
  }

  /** An hour of 1080p by four rungs: 6 Mb/s and what is below it. */
  @Test
  void boundsOfAnHour_areSeveralTimesItsNeed() throws Exception {
    try (DecoderProcess decoder = DecoderProcess.start(folder)) {
      Path film = SharedData.film("camera-clips-1080p30.mp4");
      MediaInfo info = decoder.inspect(film, Trim.NONE);
      MediaInfo hour =
          new MediaInfo(
              info.container(),
              info.start(),
              Duration.ofHours(1),
              info.video(),
              info.audio(),
              info.loudness(),
              info.chapters(),
              info.findings());

      DecoderLimits limits =
          DecoderLimits.ofTranscoding(Production.job(film, folder, hour, Trim.NONE));

      assertThat(limits.cpu()).isBetween(Duration.ofHours(50), Duration.ofHours(200));
      assertThat(limits.outputBytes()).isBetween(10_000_000_000L, 40_000_000_000L);
      assertThat(limits.memoryBytes()).isEqualTo(2L << 30);
    }
  }

  private TranscodeJob job(DecoderProcess decoder) throws Exception {
    Path target = Files.createTempDirectory(folder, "tracks");
    return Production.job(FILM, target, decoder.inspect(FILM, Trim.NONE), Trim.NONE, 360);
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String code, ThrowingCallable work) {
    return assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            UnreadableMediaException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
