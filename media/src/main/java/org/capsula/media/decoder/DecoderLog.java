package org.capsula.media.decoder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a child printed before it failed. The log goes with the scratch folder, so what it says must
 * be carried away before.
 */
final class DecoderLog {
  /** The unpacked libraries take 86 MiB; with less room than that left they did not all fit. */
  private static final long ROOM_FOR_LIBRARIES = 100_000_000;

  private final List<String> lines;

  private DecoderLog(List<String> lines) {
    this.lines = lines;
  }

  static DecoderLog in(Path scratch) {
    try {
      // A charset that reads any byte, as libav* may print what is no UTF-8.
      String text =
          Files.readString(scratch.resolve(DecoderCommand.LOG), StandardCharsets.ISO_8859_1);
      return new DecoderLog(text.lines().toList());
    } catch (IOException e) {
      return new DecoderLog(List.of());
    }
  }

  /** Of Java's heap, which grows with the footage alone: its pictures' times, its chapters. */
  boolean saysThatMemoryRanOut() {
    return lines.stream().anyMatch(line -> line.contains("java.lang.OutOfMemoryError"));
  }

  /** JavaCPP is silent about libraries that it could not unpack: only loading them fails. */
  DecoderFailedException failure() {
    Path cache = DecoderCommand.nativeCache();
    if (lines.stream().noneMatch(line -> line.contains("UnsatisfiedLinkError"))) {
      return new DecoderFailedException(
          "the decoder failed by a fault of its own ("
              + lastWords()
              + "); please report it with what you did",
          false);
    }
    return hasNoRoom(cache)
        ? DecoderFailedException.diskFull(
            "the decoder's libraries could not be unpacked to " + cache, cache)
        : new DecoderFailedException(
            "the decoder's libraries could not be loaded from "
                + cache
                + " ("
                + lastWords()
                + "); delete that folder, check its permissions and run it again",
            false);
  }

  private static boolean hasNoRoom(Path cache) {
    Path standing = cache;
    while (!Files.exists(standing)) {
      standing = Objects.requireNonNullElse(standing.getParent(), cache.getRoot());
    }
    try {
      return Files.getFileStore(standing).getUsableSpace() < ROOM_FOR_LIBRARIES;
    } catch (IOException e) {
      return false;
    }
  }

  /** The last line that is no place in a stack trace: the first cause in Java's traces. */
  private String lastWords() {
    return lines.stream()
        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
        .reduce((earlier, later) -> later)
        .map(line -> line.replaceFirst("^(Exception in thread \"\\w+\"|Caused by:) ", ""))
        .orElse("it left no word");
  }
}
