package org.capsula.media.decoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.capsula.media.drawing.DrawJob;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StillJob;
import org.capsula.media.still.StillSize;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;

/**
 * The parent's handle on one decoder process: a child JVM in which untrusted bytes meet native
 * code. It lives for one footage and is not shared between threads, but for {@link #silence} and
 * {@link #endNow}.
 */
public final class DecoderProcess implements AutoCloseable {
  /** A process that a signal ended has status 128 + its number. */
  private static final int SIGNALLED = 128;

  /** Hung up, interrupted, killed, terminated: by the system short of memory, or by a person. */
  private static final Set<Integer> FROM_OUTSIDE =
      Set.of(SIGNALLED + 1, SIGNALLED + 2, SIGNALLED + 9, SIGNALLED + 15);

  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

  private final Path scratch;
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private final DecoderGuard guard;

  /** Nanoseconds of the last line from the child; null while nothing is asked of it. */
  private volatile @Nullable Long lastSign;

  private volatile @Nullable String endedBecause;

  private DecoderProcess(Process process, Path scratch) {
    this.scratch = scratch;
    this.process = process;
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    guard = DecoderGuard.over(process);
  }

  /**
   * @param scratch an existing folder of this attempt's own; the child's working directory
   * @throws DecoderFailedException where no process can be started
   */
  public static DecoderProcess start(Path scratch) {
    try {
      return new DecoderProcess(DecoderCommand.in(scratch).start(), scratch);
    } catch (IOException e) {
      throw new DecoderFailedException(
          "the decoder process could not be started: " + e.getMessage(), false);
    }
  }

  /**
   * Reads the whole footage once.
   *
   * @param trim the part whose loudness counts
   * @throws UnreadableMediaException where there is nothing to be had from it
   */
  public MediaInfo inspect(Path footage, Trim trim) throws UnreadableMediaException {
    return inspect(footage, trim, DecoderLimits.OF_INSPECTING);
  }

  MediaInfo inspect(Path footage, Trim trim, DecoderLimits limits) throws UnreadableMediaException {
    InspectRequest request = new InspectRequest(footage, trim);
    return ask(Wire.INSPECT, request, MediaInfo.class, limits, time -> {});
  }

  /**
   * @param progress is told how far into the footage the pass has come
   */
  public TranscodeResult transcode(TranscodeJob job, Consumer<Duration> progress)
      throws UnreadableMediaException {
    return transcode(job, DecoderLimits.ofTranscoding(job), progress);
  }

  TranscodeResult transcode(TranscodeJob job, DecoderLimits limits, Consumer<Duration> progress)
      throws UnreadableMediaException {
    return ask(Wire.TRANSCODE, job, TranscodeResult.class, limits, progress);
  }

  public void remux(RemuxJob job) throws UnreadableMediaException {
    ask(Wire.REMUX, job, String.class, DecoderLimits.NONE, time -> {});
  }

  /**
   * One picture as JPEG.
   *
   * @throws UnreadableMediaException where there is none to be had from it
   */
  public StillSize still(StillJob job) throws UnreadableMediaException {
    return ask(Wire.STILL, job, StillSize.class, DecoderLimits.OF_A_STILL, time -> {});
  }

  /**
   * Makes footage of a drawn film, here because it takes an encoder.
   *
   * @param progress is told how far into the film the drawing has come
   */
  public void draw(DrawJob job, Consumer<Duration> progress) {
    try {
      ask(Wire.DRAW, job, String.class, DecoderLimits.NONE, progress);
    } catch (UnreadableMediaException e) {
      throw new IllegalStateException("a drawing of ours could not be encoded", e);
    }
  }

  /** For the log: what is taken from every child here, e.g. {@code niceness 10, no network}. */
  public static String confinement() {
    return Confinement.ofThisMachine().toString();
  }

  /** CPU time and memory so far; to be asked while the process lives. */
  public ProcessUse use() {
    return ProcessUse.of(process.toHandle());
  }

  /** The child itself, for whoever watches or ends it. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * How long the child has given no sign of life; zero while nothing is asked of it. While it makes
   * headway it gives several a second, but for single steps of libav*: opening a file, and putting
   * the index in front of a large download.
   */
  public Duration silence() {
    Long last = lastSign;
    return last == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - last);
  }

  /**
   * Kills the child, also one that is stopped. Whoever waits for its answer gets a {@link
   * DecoderFailedException}.
   *
   * @param why its message: a sentence without name and full stop
   */
  public void endNow(String why) {
    endedBecause = why;
    process.destroyForcibly();
  }

  private <T> T ask(
      String word, Object request, Class<T> type, DecoderLimits limits, Consumer<Duration> progress)
      throws UnreadableMediaException {
    lastSign = System.nanoTime();
    guard.begin(limits);
    try {
      requests.write(Wire.line(word, request));
      requests.newLine();
      requests.flush();
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        lastSign = System.nanoTime();
        if (Wire.word(line).equals(Wire.PROGRESS)) {
          Duration reached = Duration.ofNanos(Wire.value(line, Long.class) * 1000);
          guard.reached(reached);
          progress.accept(reached);
        } else {
          return result(line, type);
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parent and decoder speak differently", e);
    } catch (IOException e) {
      throw died(e);
    } finally {
      lastSign = null;
      guard.end();
    }
    throw died(null);
  }

  private static <T> T result(String line, Class<T> type)
      throws JsonProcessingException, UnreadableMediaException {
    switch (Wire.word(line)) {
      case Wire.DONE -> {
        return Wire.value(line, type);
      }
      case Wire.REFUSED -> {
        Wire.Refusal refusal = Wire.value(line, Wire.Refusal.class);
        throw new UnreadableMediaException(refusal.code(), refusal.message());
      }
      case Wire.FAILED -> {
        Wire.Failure failure = Wire.value(line, Wire.Failure.class);
        throw new DecoderFailedException(failure.message(), failure.diskFull());
      }
      default -> throw new IllegalStateException("unknown answer " + Wire.word(line));
    }
  }

  /**
   * A crash in native code is the footage's doing, and so is a limit that it met; a kill is not,
   * nor is a fault of ours.
   */
  private RuntimeException died(@Nullable IOException cause) throws UnreadableMediaException {
    int status = waitForEnd();
    String why = endedBecause;
    if (why != null) {
      return new DecoderFailedException(why, false);
    }
    Wire.Refusal breach = guard.breach().orElse(null);
    if (breach != null) {
      throw new UnreadableMediaException(breach.code(), breach.message());
    }
    if (status < SIGNALLED && status != 0) {
      DecoderLog log = DecoderLog.in(scratch);
      if (log.saysThatMemoryRanOut()) {
        throw new UnreadableMediaException(
            "limit-memory",
            "it holds more pictures or chapters than any film needs; export it again with another"
                + " program");
      }
      return log.failure();
    }
    if (status >= SIGNALLED && !FROM_OUTSIDE.contains(status)) {
      throw new UnreadableMediaException(
          "decoder-crashed",
          "decoding it crashed the decoder (status "
              + status
              + "); nothing else was harmed; export the film again with another program");
    }
    DecoderFailedException failure =
        new DecoderFailedException(
            "the decoder process was ended from outside, perhaps for lack of memory; try again",
            false);
    failure.initCause(cause);
    return failure;
  }

  private int waitForEnd() {
    try {
      if (process.waitFor(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return SIGNALLED + 9;
  }

  /** The child ends by itself when its input ends; killed where it does not. */
  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException e) {
      // It is gone already.
    }
    waitForEnd();
  }
}
