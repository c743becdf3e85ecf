package org.capsula.media.decoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.capsula.media.drawing.DrawJob;
import org.capsula.media.ffmpeg.FilmDrawer;
import org.capsula.media.ffmpeg.FootageReader;
import org.capsula.media.ffmpeg.Headway;
import org.capsula.media.ffmpeg.LibavException;
import org.capsula.media.ffmpeg.Remuxer;
import org.capsula.media.ffmpeg.StillTaker;
import org.capsula.media.ffmpeg.Transcoder;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StillJob;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.media.transcode.TranscodeJob;

/**
 * The decoder process: takes requests on standard input until that ends, which is how it learns
 * that its parent is gone, even when the parent was killed.
 */
final class DecoderMain {
  /** More often would cost the parent more than a person can see. */
  private static final long PROGRESS_STEP_NANOS = 200_000_000;

  private final PrintStream answers;
  private long lastProgress;

  private DecoderMain(PrintStream answers) {
    this.answers = answers;
  }

  public static void main(String[] args) throws InterruptedException {
    // Filter texts have a point and Latin digits, wherever the machine stands.
    Locale.setDefault(Locale.ROOT);
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    // A library that prints must not write into the protocol.
    System.setOut(System.err);
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readRequests(requests), "requests");
    reader.setDaemon(true);
    reader.start();
    DecoderMain decoder = new DecoderMain(answers);
    while (true) {
      answers.println(decoder.answer(requests.take()));
    }
  }

  private static void readRequests(BlockingQueue<String> requests) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        requests.add(line);
      }
    } catch (IOException e) {
      // A broken pipe says the same as its end.
    }
    // At once, in the middle of a native call too.
    Runtime.getRuntime().halt(0);
  }

  private String answer(String request) {
    try {
      return Wire.line(Wire.DONE, result(request));
    } catch (UnreadableMediaException e) {
      return line(Wire.REFUSED, new Wire.Refusal(e.code(), String.valueOf(e.getMessage())));
    } catch (LibavException e) {
      return line(Wire.FAILED, new Wire.Failure(String.valueOf(e.getMessage()), e.isDiskFull()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parent and decoder speak differently", e);
    }
  }

  private Object result(String request)
      throws JsonProcessingException, UnreadableMediaException, LibavException {
    Headway headway = new Headway(this::progress);
    switch (Wire.word(request)) {
      case Wire.INSPECT -> {
        InspectRequest inspect = Wire.value(request, InspectRequest.class);
        return FootageReader.read(inspect.footage(), inspect.trim(), headway);
      }
      case Wire.TRANSCODE -> {
        return new Transcoder(Wire.value(request, TranscodeJob.class), headway).run();
      }
      case Wire.REMUX -> {
        Remuxer.run(Wire.value(request, RemuxJob.class), headway);
        return "";
      }
      case Wire.STILL -> {
        return StillTaker.run(Wire.value(request, StillJob.class), headway);
      }
      case Wire.DRAW -> {
        FilmDrawer.run(Wire.value(request, DrawJob.class), this::progress);
        return "";
      }
      default -> throw new IllegalStateException("unknown request " + Wire.word(request));
    }
  }

  private void progress(Duration time) {
    long now = System.nanoTime();
    if (now - lastProgress > PROGRESS_STEP_NANOS) {
      lastProgress = now;
      answers.println(line(Wire.PROGRESS, time.toNanos() / 1000));
    }
  }

  private static String line(String word, Object value) {
    try {
      return Wire.line(word, value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plain value has no JSON", e);
    }
  }
}
