package org.capsula.media.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.capsula.media.ffmpeg.GeneratedFootage;

/**
 * A line of {@code footage-kinds.csv}: how a footage is made and what must come of it.
 *
 * @param width of the film that comes out; 0 for sound alone
 */
record FootageKind(
    String file,
    String filmed,
    String filters,
    String tags,
    String pixels,
    String encoder,
    String sound,
    String soundEncoder,
    int turned,
    int width,
    int height,
    double rate,
    double seconds,
    int matrix,
    String finding) {
  /** What the left third of every picture is filled with, as RGB. */
  static final int[] FILLING = {0x20, 0x60, 0xC0};

  static List<FootageKind> all() {
    try (InputStream in = FootageKind.class.getResourceAsStream("footage-kinds.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("file "))
          .map(FootageKind::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FootageKind of(String line) {
    String[] cells = line.split("\\s*\\|\\s*", -1);
    return new FootageKind(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        cells[6],
        cells[7],
        Integer.parseInt(cells[8]),
        (int) number(cells[9]),
        (int) number(cells[10]),
        number(cells[11]),
        number(cells[12]),
        (int) number(cells[13]),
        cells[14].strip());
  }

  private static double number(String cell) {
    return cell.isEmpty() ? 0 : Double.parseDouble(cell);
  }

  boolean hasPicture() {
    return !filmed.isEmpty();
  }

  boolean hasSound() {
    return !sound.isEmpty();
  }

  String container() {
    return file.substring(file.lastIndexOf('.') + 1);
  }

  Path in(Path folder) throws Exception {
    GeneratedFootage footage = new GeneratedFootage().turned(turned);
    if (hasPicture()) {
      footage.track(picture(), encoder);
    }
    if (hasSound()) {
      footage.track("sine=r=48000:d=1,aformat=" + sound, soundEncoder);
    }
    return footage.to(folder.resolve(file));
  }

  private String picture() {
    return "testsrc2=s=%s:d=1,format=gbrp,drawbox=w=iw/3:h=ih:c=0x2060C0:t=fill%s%s%s"
        .formatted(filmed, converted(), filters.isEmpty() ? "" : "," + filters, said());
  }

  private String converted() {
    if (tags.equals("rgb")) {
      return ",format=" + pixels;
    }
    String coefficients = matrix == 1 ? "bt709" : "bt601";
    return ",scale=flags=accurate_rnd:out_color_matrix=%s:out_range=%s,format=%s"
        .formatted(coefficients, range(), pixels);
  }

  private String range() {
    return tags.substring(tags.indexOf(' ') + 1);
  }

  private String said() {
    if (tags.equals("rgb")) {
      return "";
    }
    String said = tags.startsWith("unsaid") ? "unknown" : tags.substring(0, tags.indexOf(' '));
    return ",setparams=colorspace=%s:color_primaries=%s:color_trc=%s:range=%s"
        .formatted(said, said, said.equals("bt470bg") ? "smpte170m" : said, range());
  }

  @Override
  public String toString() {
    return file;
  }
}
