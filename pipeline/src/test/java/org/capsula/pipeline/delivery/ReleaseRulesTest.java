package org.capsula.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.release.RequiredLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When what is imported opens. */
final class ReleaseRulesTest {
  private static final String EMBARGO =
      "languages: [fr, gre]\nrelease: {opens: 2027-01-01T09:00, zone: Europe/Brussels}\n";

  @TempDir private Path folder;
  private Intake intake;

  @BeforeEach
  void open() throws IOException {
    intake = new Intake(folder);
    intake.film("film.mp4", "a");
  }

  @AfterEach
  void close() {
    intake.close();
  }

  private String opens() {
    String millis = intake.value("SELECT opens_at FROM release");
    return millis.equals("nothing")
        ? "draft"
        : Instant.ofEpochMilli(Long.parseLong(millis)).toString();
  }

  private String required() {
    String capsule = intake.value("SELECT id FROM capsule");
    return intake.look(session -> new ReleaseStore(session).required(capsule)).stream()
        .map(RequiredLanguage::language)
        .collect(Collectors.joining(","));
  }

  @Test
  void publish_withoutARelease_opensNow() throws IOException {
    intake.take(true);

    assertThat(opens()).isEqualTo("2026-11-23T09:00:00Z");
  }

  @Test
  void publish_ofADraft_opensIt() throws IOException {
    intake.take(false);
    assertThat(opens()).isEqualTo("draft");

    assertThat(intake.take(true).state()).isEqualTo(Outcome.State.UPDATED);
    assertThat(opens()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(intake.take(true).state()).isEqualTo(Outcome.State.KNOWN);
  }

  @Test
  void publish_againstAnEmbargo_keepsTheEmbargo() throws IOException {
    intake.put("film.yaml", EMBARGO);

    intake.take(true);
    intake.take(true);

    assertThat(opens()).isEqualTo("2027-01-01T08:00:00Z");
    assertThat(required()).isEqualTo("el,fr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release: {opens: 2027-01-01, zone: UTC}",
        "release: {open: 2027-01-01T09:00, zone: UTC}",
        "release: {opens: , zone: UTC}",
        "realease: {opens: 2027-01-01T09:00, zone: UTC}",
        "release:",
        "languages: [fr, gr]",
        "release: {opens: 2027-01-01T09:00, zone: UTC}\ntitle: \"open"
      })
  void publish_ofASheetThatCannotBeUnderstood_staysADraft(String yaml) throws IOException {
    intake.put("film.yaml", yaml);

    assertThat(intake.take(true).sentences()).isNotEmpty();
    assertThat(intake.take(true).sentences()).isNotEmpty();

    assertThat(opens()).isEqualTo("draft");
  }

  @ParameterizedTest
  @ValueSource(strings = {"languages: [gr]", "release: {opens: now}", "title: \"open"})
  void mistakeInACorrectedSheet_leavesTheReleaseAsItWas(String yaml) throws IOException {
    intake.put("film.yaml", EMBARGO);
    intake.take();
    intake.put("film.yaml", yaml);

    intake.take(true);

    assertThat(opens()).isEqualTo("2027-01-01T08:00:00Z");
    assertThat(required()).isEqualTo("el,fr");
  }

  @Test
  void languages_withoutARelease_areRequiredOnceItOpens() throws IOException {
    intake.put("film.yaml", "languages: [fr, el, ro]");

    intake.take(false);

    assertThat(required()).isEqualTo("el,fr,ro");
    assertThat(opens()).isEqualTo("draft");
  }

  @Test
  void changedRelease_replacesTheOldOne() throws IOException {
    intake.put("film.yaml", EMBARGO);
    intake.take();
    intake.put("film.yaml", EMBARGO.replace("2027", "2028").replace(", gre", ""));

    intake.take();

    assertThat(opens()).isEqualTo("2028-01-01T08:00:00Z");
    assertThat(required()).isEqualTo("fr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "film.en.yaml",
        "film.yaml.part",
        "film.yml.tmp",
        "Film.yaml",
        "FILM.YML",
        "film (1).yaml"
      })
  void publish_besideASheetThatMayBeMeantForIt_staysADraftUntilItIsGone(String name)
      throws IOException {
    Path sheet = intake.put(name, EMBARGO);

    Outcome outcome = intake.take(true);

    assertThat(outcome.sentences()).anyMatch(said -> said.contains("stays a draft, as " + name));
    assertThat(outcome.leftOut()).isPositive();
    assertThat(opens()).isEqualTo("draft");
    Files.delete(sheet);
    intake.take(true);
    assertThat(opens()).isEqualTo("2026-11-23T09:00:00Z");
  }

  @Test
  void publish_besideALinkToASheetElsewhere_staysADraft() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.yaml"), EMBARGO);
    Files.createSymbolicLink(intake.in.resolve("film.yaml"), outside);

    intake.take(true);

    assertThat(opens()).isEqualTo("draft");
  }

  @Test
  void secondSheet_takesTheTrustFromTheFirstUntilItIsGone() throws IOException {
    intake.put("film.yaml", "title: Film\nrelease: {audience: public}");
    Path second = intake.put("film.yml", EMBARGO);

    intake.take(true);
    assertThat(opens()).isEqualTo("draft");

    Files.delete(second);
    intake.take(false);
    assertThat(opens()).isEqualTo("2026-11-23T09:00:00Z");
  }

  @Test
  void removedRelease_staysAndIsSaid() throws IOException {
    intake.put("film.yaml", EMBARGO);
    intake.take();
    intake.put("film.yaml", "title: Film");

    assertThat(intake.take().sentences()).anyMatch(said -> said.contains("to close it give"));
    assertThat(opens()).isEqualTo("2027-01-01T08:00:00Z");
  }

  @Test
  void releaseWithoutOpens_keepsTheTimeThatWasGivenBefore() throws IOException {
    intake.put("film.yaml", EMBARGO);
    intake.take();
    intake.put("film.yaml", "release: {audience: signed-in}");

    intake.take();

    assertThat(opens()).isEqualTo("2027-01-01T08:00:00Z");
  }
}
