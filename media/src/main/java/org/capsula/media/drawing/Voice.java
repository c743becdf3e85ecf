package org.capsula.media.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Who speaks when: the film is drawn to fit its voices. */
final class Voice {
  private final List<Line> lines;

  private Voice(List<Line> lines) {
    this.lines = lines;
  }

  enum Speaker {
    NARRATOR,
    CLIENT,
    HELPER
  }

  private record Line(double start, double end, Speaker speaker) {
    /** As {@code script/build-demo-voices} writes it: start, end, speaker, text. */
    static Line of(String row) {
      String[] cells = row.split("\t", -1);
      return new Line(
          Double.parseDouble(cells[0]),
          Double.parseDouble(cells[1]),
          Speaker.valueOf(cells[2].toUpperCase(Locale.ROOT)));
    }
  }

  static Voice of(String film) {
    try (InputStream in = Voice.class.getResourceAsStream(film + ".lines")) {
      if (in == null) {
        throw new IllegalStateException("no lines for " + film);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Voice(text.lines().map(Line::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far the mouth is open, 0 to 1: about five syllables a second, never two alike. */
  double mouth(Speaker speaker, double t) {
    return lines.stream()
        .filter(line -> line.speaker() == speaker && t > line.start() && t < line.end())
        .mapToDouble(
            line -> {
              double edge = Math.min(1, 8 * Math.min(t - line.start(), line.end() - t));
              return edge * Math.abs(0.6 * Math.sin(15 * t) + 0.4 * Math.sin(23.7 * t + 1));
            })
        .findFirst()
        .orElse(0);
  }

  /** When a line starts, in seconds; from 0. */
  double start(int line) {
    return lines.get(line).start();
  }

  double end(int line) {
    return lines.get(line).end();
  }
}
