package org.capsula.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.transcode.Trim;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Format;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.reading.SubtitleReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo's folder, made once by the real child process. */
class DemoFootageTest {
  private static final Set<String> LANGUAGES = Set.of("fr", "el", "ro", "de", "lb", "en");

  /** As the contract writes it: {@code <stem>.<language>[.<role>].<ext>}. */
  private static final Pattern SUBTITLES =
      Pattern.compile("([a-z-]+)\\.([a-z]{2})(\\.chapters)?\\.(vtt|srt)");

  @TempDir private static Path folder;
  private static final List<Integer> TOLD = new ArrayList<>();

  @BeforeAll
  static void write() throws IOException {
    new DemoFootage().writeTo(folder, (footage, percent) -> TOLD.add(percent));
  }

  static Stream<Rushes> rushes() {
    return Rushes.ALL.stream();
  }

  private static Stream<String> written() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void folder_holdsExactlyTheFilesNamed() throws IOException {
    assertThat(written()).containsExactlyInAnyOrderElementsOf(new DemoFootage().files());
    assertThat(TOLD).isSorted().endsWith(100);
  }

  @ParameterizedTest
  @MethodSource("rushes")
  void film_hasSubtitlesInAllSixLanguagesAndASideCar(Rushes rushes) throws IOException {
    Set<String> languages = new TreeSet<>();
    for (String name : written().toList()) {
      Matcher matcher = SUBTITLES.matcher(name);
      if (matcher.matches()
          && matcher.group(1).equals(rushes.film().stem())
          && matcher.group(3) == null) {
        languages.add(matcher.group(2));
      }
    }
    assertThat(languages).containsExactlyInAnyOrderElementsOf(LANGUAGES);
    assertThat(folder.resolve(rushes.film().stem() + ".yaml")).isRegularFile();
  }

  @ParameterizedTest
  @MethodSource("rushes")
  void cues_areReadCleanlyAndLieWithinTheFilm(Rushes rushes) throws IOException {
    for (String name : rushes.texts()) {
      Matcher matcher = SUBTITLES.matcher(name);
      if (!matcher.matches()) {
        continue;
      }
      Parsed parsed =
          SubtitleReader.read(Files.readAllBytes(folder.resolve(name)), matcher.group(2));
      assertThat(parsed.cues()).as(name).hasSizeGreaterThanOrEqualTo(3);
      assertThat(parsed.findings()).as(name).allMatch(finding -> name.contains(".el.srt"));
      assertThat(parsed.format()).isEqualTo(name.endsWith("vtt") ? Format.WEBVTT : Format.SUBRIP);
      Duration before = Duration.ZERO;
      for (Cue cue : parsed.cues()) {
        assertThat(cue.start()).as(name).isGreaterThanOrEqualTo(before);
        assertThat(cue.end()).as(name).isLessThanOrEqualTo(rushes.film().length());
        before = cue.end();
      }
    }
  }

  @Test
  void oldGreekFile_isWindows1253AndReadRight() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("allowance-form.el.srt"));
    Parsed parsed = SubtitleReader.read(bytes, "el");

    assertThat(new String(bytes, Charset.forName("windows-1253"))).contains("Ο κύριος Ντιαλό");
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("κύριος");
    assertThat(parsed.charset()).isEqualTo("windows-1253");
    assertThat(parsed.cues().get(0).text())
        .isEqualTo("Ο κύριος Ντιαλό πρέπει να συμπληρώσει\nτη φόρμα στο διαδίκτυο.");
  }

  @ParameterizedTest
  @MethodSource("rushes")
  void sideCar_saysEverythingInSixLanguagesAndReleasesNothing(Rushes rushes) throws IOException {
    JsonNode yaml =
        new YAMLMapper().readTree(folder.resolve(rushes.film().stem() + ".yaml").toFile());

    for (String path :
        List.of(
            "/title",
            "/summary",
            "/keywords",
            "/situation/title",
            "/situation/narrative",
            "/collection/title")) {
      assertThat(yaml.at(path).fieldNames())
          .toIterable()
          .as(path)
          .containsExactlyInAnyOrderElementsOf(LANGUAGES);
      assertThat(yaml.at(path)).as(path).allMatch(text -> text.asText().length() > 4);
    }
    assertThat(yaml.at("/situation/themes").size()).isGreaterThan(1);
    assertThat(yaml.at("/situation/country").asText()).matches("[A-Z]{2}");
    assertThat(yaml.at("/collection/order").asInt()).isEqualTo(Rushes.ALL.indexOf(rushes) + 1);
    assertThat(yaml.has("release")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("rushes")
  void film_hasTheFaultsThatThePipelineShouldMend(Rushes rushes, @TempDir Path scratch)
      throws Exception {
    try (DecoderProcess decoder = DecoderProcess.start(scratch)) {
      MediaInfo info = decoder.inspect(folder.resolve(rushes.footage()), Trim.NONE);

      assertThat(info.duration().toMillis())
          .isCloseTo(rushes.film().length().toMillis(), within(60L));
      assertThat(info.picture().orElseThrow().rotation())
          .isEqualTo(rushes.equals(Rushes.ALLOWANCE_FORM) ? 90 : 0);
      double lufs = Objects.requireNonNull(info.loudness()).integratedLufs();
      if (rushes.equals(Rushes.SHARED_PASSWORD)) {
        assertThat(lufs).as("LUFS").isBetween(-40.0, -36.0);
      } else {
        assertThat(lufs).as("LUFS").isBetween(-26.0, -14.0);
      }
    }
  }

  @Test
  void toolSheet_isASmallPdfWhoseIndexIsTrue() throws IOException {
    Path pdf = folder.resolve("shared-password.fiche.pdf");
    String file = Files.readString(pdf, Charset.forName("windows-1252"));

    assertThat(Files.size(pdf)).isLessThan(20_000);
    assertThat(file).startsWith("%PDF-1.4").contains("Quand on nous tend un mot de passe");
    Matcher index = Pattern.compile("startxref\n(\\d+)\n%%EOF\n$").matcher(file);
    assertThat(index.find()).isTrue();
    assertThat(file.substring(Integer.parseInt(index.group(1)))).startsWith("xref");
    Matcher places = Pattern.compile("(\\d{10}) 00000 n").matcher(file);
    for (int number = 1; places.find(); number++) {
      assertThat(file.substring(Integer.parseInt(places.group(1)))).startsWith(number + " 0 obj");
    }
  }

  @Test
  void secondRun_leavesFinishedFilmsAlone() throws IOException {
    Path film = folder.resolve(Rushes.SCHOOL_PLATFORM.footage());
    var before = Files.getLastModifiedTime(film);
    List<String> told = new ArrayList<>();

    new DemoFootage().writeTo(folder, (footage, percent) -> told.add(footage));

    assertThat(told).isEmpty();
    assertThat(Files.getLastModifiedTime(film)).isEqualTo(before);
    assertThat(written()).containsExactlyInAnyOrderElementsOf(new DemoFootage().files());
  }
}
