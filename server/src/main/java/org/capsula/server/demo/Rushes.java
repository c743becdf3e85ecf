package org.capsula.server.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.media.drawing.Capture;
import org.capsula.media.drawing.DrawJob;
import org.capsula.media.drawing.DrawnFilm;

/**
 * One film with its side-cars, as different teams really hand them in.
 *
 * @param extension of the footage
 * @param subtitles what follows the stem in the names of its subtitle files
 * @param hasSheet whether a tool sheet goes with it
 */
record Rushes(
    DrawnFilm film, String extension, Capture capture, List<String> subtitles, boolean hasSheet) {

  /** A phone held upright; subtitles from two programs, one of them old. */
  static final Rushes ALLOWANCE_FORM =
      new Rushes(
          DrawnFilm.ALLOWANCE_FORM,
          ".mov",
          new Capture(/* rotation= */ 90, /* channels= */ 2, /* gainDb= */ -3),
          List.of("fr.vtt", "el.srt", "ro.srt", "de.vtt", "lb.vtt", "en.vtt", "fr.chapters.vtt"),
          /* hasSheet= */ true);

  /** A camera at 50 frames a second. */
  static final Rushes SCHOOL_PLATFORM =
      new Rushes(
          DrawnFilm.SCHOOL_PLATFORM,
          ".mp4",
          new Capture(/* rotation= */ 0, /* channels= */ 2, /* gainDb= */ 0),
          List.of("fr.vtt", "el.vtt", "ro.vtt", "de.srt", "lb.vtt", "en.vtt"),
          /* hasSheet= */ false);

  /** One microphone at the other end of the room: some 20 dB below speech. */
  static final Rushes SHARED_PASSWORD =
      new Rushes(
          DrawnFilm.SHARED_PASSWORD,
          ".mov",
          new Capture(/* rotation= */ 0, /* channels= */ 1, /* gainDb= */ -18),
          List.of("fr.srt", "el.vtt", "ro.srt", "de.vtt", "lb.vtt", "en.vtt", "fr.chapters.vtt"),
          /* hasSheet= */ true);

  /** In the order of the collection. */
  static final List<Rushes> ALL = List.of(ALLOWANCE_FORM, SCHOOL_PLATFORM, SHARED_PASSWORD);

  private static final Charset OLD_GREEK = Charset.forName("windows-1253");

  String footage() {
    return film.stem() + extension;
  }

  /** Text side-cars; each stands under its name among the resources, in UTF-8. */
  List<String> texts() {
    return Stream.concat(subtitles.stream(), Stream.of("yaml"))
        .map(ending -> film.stem() + "." + ending)
        .toList();
  }

  /** What a text side-car is written in: an old program knew one alphabet at a time. */
  static Charset charset(String text) {
    return text.endsWith(".el.srt") ? OLD_GREEK : StandardCharsets.UTF_8;
  }

  /** Where the text of its tool sheet stands among the resources; none for some. */
  List<String> sheets() {
    return hasSheet ? List.of(film.stem() + ".fiche") : List.of();
  }

  DrawJob draw(Path target) {
    return DrawJob.ofWhole(film, capture, target);
  }
}
