package org.capsula.pipeline.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes, nothing throws and no film is lost. */
final class DeliveryFuzzTest {
  private static final String SHEET =
      """
      title: {fr: "L'accueil", gre: Υποδοχή}
      keywords: {fr: [école, famille], el: "a, b"}
      situation: {title: {fr: a}, themes: [logement], country: NO}
      collection: {title: a, order: 3}
      languages: [fr, el]
      release: {audience: public, opens: 2026-12-01T09:00, closes: null, zone: Europe/Brussels}
      """;

  private static final List<String> PIECES =
      List.of(
          ": ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          "&a ",
          "*a",
          "!!int ",
          "!!binary ",
          "|\n",
          ">\n",
          "'",
          "\"",
          "\n",
          "  ",
          "? ",
          "%YAML 1.1\n",
          "---\n",
          "...\n",
          "null",
          "\\uD800",
          "\uFEFF",
          "<<: ",
          "!x ",
          "0x",
          "1e999",
          "title: ",
          "release: ",
          "opens: ",
          "\t",
          "#",
          "@",
          "`");

  private static final List<String> WORDS =
      List.of(
          "film",
          "el",
          "fr",
          "..",
          " ",
          "έ",
          "e\u0301",
          "🎬",
          "captions",
          "zz",
          "yaml",
          "srt",
          "vtt",
          "mp4",
          "MOV",
          "pdf",
          "-",
          "%2F",
          "a".repeat(40),
          "und",
          "x-private",
          "\n",
          "*");

  @TempDir private Path folder;

  @Test
  void randomYaml_neverThrows() {
    Random random = new Random(20261123);
    for (int n = 0; n < 8_000; n++) {
      byte[] bytes = n % 2 == 0 ? spliced(random) : scratched(random);
      Sheet sheet = SheetReader.read("film.yaml", bytes);
      assertThat(sheet.isUnderstood() || !sheet.problems().isEmpty()).isTrue();
    }
  }

  private static byte[] spliced(Random random) {
    StringBuilder text = new StringBuilder(SHEET);
    for (int n = random.nextInt(6); n >= 0; n--) {
      int at = random.nextInt(text.length());
      text.replace(
          at,
          Math.min(text.length(), at + random.nextInt(4)),
          PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] scratched(Random random) {
    byte[] bytes = SHEET.getBytes(UTF_8);
    for (int n = random.nextInt(4); n >= 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void randomNames_neverLoseAFilm() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 25; round++) {
      Path home = Files.createDirectory(folder.resolve("r" + round));
      Set<Path> films = new TreeSet<>();
      int files = 0;
      for (int n = 0; n < 12; n++) {
        String name = name(random);
        boolean isFilm = random.nextInt(3) == 0;
        Path file = home.resolve(isFilm ? name + ".mp4" : name);
        if (!Files.exists(file)) {
          Files.writeString(file, "x");
          files++;
          if (isFilm && !name.startsWith(".")) {
            films.add(file);
          }
        }
      }
      DeliveryScan scan = DeliveryScan.of(home);
      Set<Path> found = new TreeSet<>();
      scan.deliveries().forEach(delivery -> found.add(delivery.footage()));
      assertThat(found).containsAll(films);
      int told = scan.strays().size();
      int given = scan.deliveries().stream().mapToInt(d -> d.files().size()).sum();
      assertThat(given + told).isLessThanOrEqualTo(files);
    }
  }

  @Test
  void randomDeliveries_areTakenWithTheirFilm() throws IOException {
    Random random = new Random(11);
    try (Intake intake = new Intake(folder)) {
      for (int n = 0; n < 20; n++) {
        String stem = n + name(random);
        intake.film(stem + ".mp4", "film " + n);
        intake.put(stem + ".yaml", n % 2 == 0 ? spliced(random) : scratched(random));
        intake.put(stem + ".fr.srt", scratched(random));
        intake.put(stem + "." + random.nextInt(9) + ".pdf", scratched(random));
      }

      List<Outcome> outcomes = intake.takeAll(true);

      assertThat(outcomes).hasSize(20);
      assertThat(outcomes).extracting(Outcome::state).containsOnly(Outcome.State.ADDED);
      assertThat(intake.takeAll(true))
          .noneMatch(outcome -> outcome.state().compareTo(Outcome.State.KNOWN) < 0);
    }
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int n = random.nextInt(4); n >= 0; n--) {
      name.append(WORDS.get(random.nextInt(WORDS.size())));
      if (random.nextBoolean()) {
        name.append('.');
      }
    }
    String text = name.toString();
    return text.equals(".") || text.equals("..") ? "dots" : text;
  }
}
