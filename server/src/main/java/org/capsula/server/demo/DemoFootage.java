package org.capsula.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.media.decoder.DecoderFailedException;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.pipeline.storage.PartialFolder;

/**
 * Three short situations of digital mediation as raw footage with real faults, drawn here: nothing
 * is downloaded and nobody's rights are touched.
 */
public final class DemoFootage {

  /** Is told how far the drawing has come. */
  public interface Progress {
    /**
     * @param footage the file that is being made
     * @param percent of all three films, from 0 to 100, never falling
     */
    void at(String footage, int percent);
  }

  /** The names of the films alone. */
  public List<String> films() {
    return Rushes.ALL.stream().map(Rushes::footage).toList();
  }

  /** The names of all files that {@link #writeTo} writes. */
  public List<String> files() {
    return Rushes.ALL.stream()
        .flatMap(rushes -> Stream.concat(sideCars(rushes), Stream.of(rushes.footage())))
        .toList();
  }

  private static Stream<String> sideCars(Rushes rushes) {
    return Stream.concat(
        rushes.texts().stream(), rushes.sheets().stream().map(sheet -> sheet + ".pdf"));
  }

  /**
   * Writes the films and their side-cars into a folder, ready for import. Each film appears
   * complete and after its side-cars; one that stands there already is left as it is, so a demo
   * that was killed goes on where it was.
   *
   * @param folder is created where it is missing
   * @throws IOException where the folder cannot be written
   * @throws DecoderFailedException where the films cannot be encoded: a full disk, a killed child
   */
  public void writeTo(Path folder, Progress progress) throws IOException {
    try (PartialFolder aside = PartialFolder.in(folder)) {
      for (Rushes rushes : Rushes.ALL) {
        List<String> ready = writeSideCars(rushes, aside.content());
        if (!Files.exists(folder.resolve(rushes.footage()))) {
          draw(rushes, aside, progress);
          ready.add(rushes.footage());
        }
        move(ready, aside.content(), folder);
      }
    }
  }

  private static List<String> writeSideCars(Rushes rushes, Path folder) throws IOException {
    for (String text : rushes.texts()) {
      Files.write(folder.resolve(text), bytes(text));
    }
    for (String sheet : rushes.sheets()) {
      Files.write(folder.resolve(sheet + ".pdf"), ToolSheet.pdf(text(sheet + ".txt")));
    }
    return new ArrayList<>(sideCars(rushes).toList());
  }

  private static void draw(Rushes rushes, PartialFolder aside, Progress progress) {
    Path target = aside.content().resolve(rushes.footage());
    try (DecoderProcess decoder = DecoderProcess.start(aside.scratch())) {
      decoder.draw(
          rushes.draw(target), time -> progress.at(rushes.footage(), percent(rushes, time)));
    }
    progress.at(rushes.footage(), percent(rushes, rushes.film().length()));
  }

  /** Counted in frames, because they are what takes the time. */
  private static int percent(Rushes current, Duration time) {
    double done = frames(current, time);
    double all = 0;
    for (Rushes rushes : Rushes.ALL) {
      double frames = frames(rushes, rushes.film().length());
      all += frames;
      done += Rushes.ALL.indexOf(rushes) < Rushes.ALL.indexOf(current) ? frames : 0;
    }
    return (int) (100 * done / all);
  }

  private static double frames(Rushes rushes, Duration time) {
    return time.toMillis() / 1000.0 * rushes.film().frameRate().toDouble();
  }

  private static void move(List<String> files, Path from, Path to) throws IOException {
    for (String file : files) {
      Files.move(from.resolve(file), to.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Fails where a letter is missing in the charset: a question mark in its place would be lost. */
  private static byte[] bytes(String sideCar) throws IOException {
    Charset charset = Rushes.charset(sideCar);
    ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text(sideCar)));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = DemoFootage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
