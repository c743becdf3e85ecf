package org.capsula.server.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A folder of small films with side-cars, and one that nothing can be made of. */
record Deliveries(Path folder) {
  static final List<String> GOOD = List.of("film-1", "film-2", "film-3", "film-4");
  static final String BAD = "damaged";

  /**
   * @param seed makes the films of one round others than those of the next
   */
  static Deliveries in(Path folder, long seed) throws IOException {
    Files.createDirectories(folder);
    for (String name : GOOD) {
      write(folder, name, film(name), seed);
    }
    write(folder, BAD, Arrays.copyOf(film("film-2"), 12_000), seed);
    return new Deliveries(folder);
  }

  private static byte[] film(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Deliveries.class.getResourceAsStream(name + ".mp4"))) {
      return in.readAllBytes();
    }
  }

  private static void write(Path folder, String name, byte[] film, long seed) throws IOException {
    byte[] mark = ("seed " + seed).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = Arrays.copyOf(film, film.length + mark.length);
    System.arraycopy(mark, 0, bytes, film.length, mark.length);
    Files.write(folder.resolve(name + ".mp4"), bytes);
    Files.writeString(
        folder.resolve(name + ".fr.srt"), "1\n00:00:00,000 --> 00:00:01,000\nBonjour " + seed);
    Files.writeString(
        folder.resolve(name + ".el.vtt"), "WEBVTT\n\n00:00.000 --> 00:01.000\nΚαλημέρα " + seed);
    Files.writeString(folder.resolve(name + ".yaml"), "title: {fr: " + title(name) + "}\n");
  }

  static String title(String name) {
    return "Titre de " + name;
  }

  /** Names of films of which the program has said that it has them. */
  static List<String> acknowledged(List<String> said) {
    return GOOD.stream()
        .filter(
            name ->
                said.stream()
                    .anyMatch(
                        line ->
                            line.contains(name + ".mp4: in the library as “")
                                || line.contains(name + ".mp4: taken in as “")))
        .toList();
  }

  /** All that were said, the damaged one too. */
  static long acknowledgements(List<String> said) {
    return said.stream()
        .filter(line -> line.contains(".mp4: in the library as") || line.contains(": taken in as"))
        .count();
  }
}
