package org.capsula.server.browser;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.server.SharedData;

/** A folder as a media team hands it in: films of many cameras, side-cars beside some of them. */
final class Delivered {
  /** A container without streams. */
  static final String REFUSED = "nostreams.mp4";

  /** With a sheet, subtitles in two languages and two charsets, chapters and a document. */
  static final String COMPLETE = "sintel-trailer-720p";

  /** With a sheet alone. */
  static final String TITLED = "bbb-480p-surround51";

  private static final String CUES =
      """
      1
      00:00:00,500 --> 00:00:04,000
      %s

      2
      00:00:05,000 --> 00:00:12,000
      %s
      """;

  private Delivered() {}

  static void into(Path folder) throws IOException {
    for (Path film : films()) {
      Files.copy(film, folder.resolve(film.getFileName()));
    }
    sheet(folder, TITLED, "Le grand lapin", "Το μεγάλο κουνέλι");
    sheet(folder, COMPLETE, "La voyageuse", "Η ταξιδιώτισσα");
    write(
        folder.resolve(COMPLETE + ".fr.vtt"),
        "WEBVTT\n\n" + CUES.replace(',', '.').formatted("Où vas-tu ?", "Je cherche quelqu’un."),
        StandardCharsets.UTF_8);
    write(
        folder.resolve(COMPLETE + ".el.srt"),
        CUES.formatted("Πού πηγαίνεις;", "Ψάχνω κάποιον."),
        Charset.forName("windows-1253"));
    write(
        folder.resolve(COMPLETE + ".fr.chapters.vtt"),
        """
        WEBVTT

        00:00:00.000 --> 00:00:20.000
        La montagne

        00:00:20.000 --> 00:00:52.000
        La ville
        """,
        StandardCharsets.UTF_8);
    write(folder.resolve(COMPLETE + ".guide.pdf"), "%PDF-1.4\n%%EOF\n", StandardCharsets.US_ASCII);
  }

  /** The name of each film without its ending, which is its address too. */
  static List<String> stems() {
    return films().stream()
        .map(film -> film.getFileName().toString())
        .filter(name -> !name.equals(REFUSED))
        .map(name -> name.substring(0, name.lastIndexOf('.')))
        .toList();
  }

  private static List<Path> films() {
    try (Stream<Path> files = Files.list(SharedData.path("media"))) {
      return files.filter(file -> !file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void sheet(Path folder, String stem, String french, String greek)
      throws IOException {
    write(
        folder.resolve(stem + ".yaml"),
        """
        title: {fr: "%s", el: "%s"}
        language: en
        """
            .formatted(french, greek),
        StandardCharsets.UTF_8);
  }

  private static void write(Path file, String text, Charset charset) throws IOException {
    Files.writeString(file, text, charset);
  }
}
