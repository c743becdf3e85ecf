package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.capsula.media.SharedData;
import org.capsula.media.ffmpeg.FootageReader;
import org.capsula.media.ffmpeg.Headway;
import org.capsula.media.ffmpeg.Remuxer;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLifeTest {
  private static final Path FILM = SharedData.film("sintel-trailer-720p.mp4");

  @TempDir Path folder;

  @Test
  void child_killedWhileItTranscodes_isTheMachinesFault() throws Exception {
    try (DecoderProcess decoder = start()) {
      var job = Production.job(FILM, folder, decoder.inspect(FILM, Trim.NONE), Trim.NONE, 234);

      assertThatThrownBy(() -> decoder.transcode(job, time -> decoder.handle().destroyForcibly()))
          .isInstanceOf(DecoderFailedException.class)
          .hasMessageContaining("ended from outside")
          .extracting(e -> ((DecoderFailedException) e).isDiskFull())
          .isEqualTo(false);
    }
  }

  @Test
  void child_askedAfterItWasKilled_isTheMachinesFaultToo() throws Exception {
    try (DecoderProcess decoder = start()) {
      decoder.handle().destroyForcibly();
      decoder.handle().onExit().get(10, TimeUnit.SECONDS);

      assertThatThrownBy(() -> decoder.inspect(FILM, Trim.NONE))
          .isInstanceOf(DecoderFailedException.class);
    }
  }

  @Test
  void child_thatFailsByAFaultOfOurs_leavesItsLastWords() throws Exception {
    try (DecoderProcess decoder = start()) {
      MediaInfo info = decoder.inspect(FILM, Trim.NONE);
      TranscodeJob impossible =
          new TranscodeJob(FILM, folder, info, List.of(), Preset.FAST, Trim.NONE, null);

      assertThatThrownBy(() -> decoder.transcode(impossible, time -> {}))
          .isInstanceOf(DecoderFailedException.class)
          .hasMessage(
              "the decoder failed by a fault of its own (java.lang.IllegalArgumentException: a"
                  + " film with picture has a storyboard); please report it with what you did");
    }
  }

  @Test
  void child_endedFromOutside_isNotTheFootagesFault() throws Exception {
    try (DecoderProcess decoder = start()) {
      decoder.inspect(FILM, Trim.NONE);
      new ProcessBuilder("kill", "-TERM", Long.toString(decoder.handle().pid())).start().waitFor();

      assertThatThrownBy(() -> decoder.inspect(FILM, Trim.NONE))
          .isInstanceOf(DecoderFailedException.class);
    }
  }

  @Test
  void child_whoseParentIsKilled_endsInTheMiddleOfItsWork() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AbandonedParent.class.getName(),
                FILM.toString(),
                folder.toString())
            .redirectError(folder.resolve("parent.log").toFile())
            .start();
    try (BufferedReader out = parent.inputReader()) {
      String number = out.readLine();
      assertThat(number).as(Files.readString(folder.resolve("parent.log"))).isNotNull();
      ProcessHandle child = ProcessHandle.of(Long.parseLong(number)).orElseThrow();
      parent.destroyForcibly().waitFor();

      assertThat(endsWithin(child, Duration.ofSeconds(10))).isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void child_whenClosed_isGone() throws Exception {
    DecoderProcess decoder = start();
    assertThat(decoder.handle().isAlive()).isTrue();

    decoder.close();

    assertThat(decoder.handle().isAlive()).isFalse();
  }

  @Test
  void progress_duringOnePass_growsTowardsTheEnd() throws Exception {
    List<Duration> told = new ArrayList<>();
    Path film = SharedData.film("vfr-360p.mp4");
    try (DecoderProcess decoder = start()) {
      var job = Production.job(film, folder, decoder.inspect(film, Trim.NONE), Trim.NONE, 234);
      decoder.transcode(job, told::add);
      assertThat(decoder.use().cpu()).isPositive();
      assertThat(decoder.use().peakMemoryBytes()).isGreaterThan(20_000_000);
    }

    assertThat(told).isNotEmpty().allMatch(time -> time.compareTo(Duration.ofSeconds(18)) < 0);
    assertThat(told.get(told.size() - 1)).isGreaterThan(told.get(0).minusMillis(1));
  }

  @Test
  void everyRequest_givesSignsWhileItIsWorkedOn() throws Exception {
    List<Duration> signs = new ArrayList<>();
    Headway headway = new Headway(signs::add);

    MediaInfo info = FootageReader.read(FILM, Trim.NONE, headway);

    assertThat(signs).hasSizeGreaterThan(1000).isSorted();
    assertThat(signs.get(signs.size() - 1).minus(info.duration())).isLessThan(Duration.ofMillis(1));
    signs.clear();
    Path oneTrack = SharedData.film("phone-1080p-full-range-silent.mp4");
    Remuxer.run(new RemuxJob(oneTrack, null, List.of(), folder.resolve("film.mp4")), headway);
    assertThat(signs).hasSizeGreaterThan(20);
  }

  /** A stopped process does nothing and takes no signal but the one that kills. */
  @Test
  void stoppedChild_growsSilentAndCanBeEndedFromAnotherThread() throws Exception {
    try (DecoderProcess decoder = start()) {
      MediaInfo info = decoder.inspect(FILM, Trim.NONE);
      assertThat(decoder.silence()).as("nothing is asked").isZero();
      var job = Production.job(FILM, folder, info, Trim.NONE, 234);
      Thread watchdog =
          new Thread(
              () -> {
                while (decoder.silence().compareTo(Duration.ofSeconds(2)) < 0) {
                  LockSupport.parkNanos(10_000_000);
                }
                decoder.endNow("it made no headway");
              });

      assertThatThrownBy(
              () ->
                  decoder.transcode(
                      job,
                      time -> {
                        if (watchdog.getState() == Thread.State.NEW) {
                          stop(decoder.handle());
                          watchdog.start();
                        }
                      }))
          .isInstanceOf(DecoderFailedException.class)
          .hasMessage("it made no headway");
      assertThat(decoder.silence()).isZero();
    }
  }

  private static void stop(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusal_doesNotEndTheChild() throws Exception {
    try (DecoderProcess decoder = start()) {
      assertThatThrownBy(() -> decoder.inspect(SharedData.film("nostreams.mp4"), Trim.NONE))
          .isInstanceOf(UnreadableMediaException.class)
          .hasMessage("it is a container without picture or sound; export the film again");
      assertThat(decoder.inspect(SharedData.film("with-chapters.mp4"), Trim.NONE).chapters())
          .isNotEmpty();
    }
  }

  @Test
  void targetThatCannotBeWritten_isTheMachinesFault() throws Exception {
    try (DecoderProcess decoder = start()) {
      RemuxJob job =
          new RemuxJob(
              SharedData.film("with-chapters.mp4"), null, List.of(), folder.resolve("no/film.mp4"));

      assertThatThrownBy(() -> decoder.remux(job)).isInstanceOf(DecoderFailedException.class);
    }
  }

  private DecoderProcess start() throws IOException {
    return DecoderProcess.start(Files.createTempDirectory(folder, "scratch"));
  }

  /** An ended process that nobody has waited for yet still has a number: its state is Z. */
  private static boolean endsWithin(ProcessHandle process, Duration patience) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    Path state = Path.of("/proc/" + process.pid() + "/stat");
    while (System.nanoTime() < deadline) {
      try {
        process.onExit().get(100, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        if (Files.exists(state) && Files.readString(state).contains(") Z ")) {
          return true;
        }
      }
    }
    return false;
  }
}
