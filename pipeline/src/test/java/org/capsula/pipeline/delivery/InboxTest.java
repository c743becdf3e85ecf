package org.capsula.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InboxTest {
  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private Intake intake;
  private Inbox inbox;

  @BeforeEach
  void open() throws IOException {
    intake = new Intake(folder);
    inbox = inbox();
  }

  private Inbox inbox() {
    return new Inbox(
        intake.in, false, intake.importer, intake.library.database(), intake.clock, told::add);
  }

  @AfterEach
  void close() {
    intake.close();
  }

  private void look(int times) {
    for (int n = 0; n < times; n++) {
      inbox.look();
      intake.clock.forward(Duration.ofSeconds(2));
    }
  }

  private String capsules() {
    return intake.value("SELECT count(*) FROM capsule");
  }

  /** A folder where storage wants a file: any disk trouble. */
  private Path trouble() throws IOException {
    Path incoming = intake.library.folder().resolve("incoming");
    Files.delete(incoming);
    Files.writeString(incoming, "");
    return incoming;
  }

  @Test
  void growingFile_waitsUntilItStaysAsItIs() throws IOException {
    for (int n = 0; n < 10; n++) {
      intake.film("film.mp4", "a".repeat(n));
      look(1);
    }
    assertThat(capsules()).isEqualTo("0");

    look(4);

    assertThat(capsules()).isEqualTo("1");
    assertThat(told).containsExactly("film.mp4: taken in as “film”.");
  }

  @Test
  void growingSidecar_keepsItsFilmWaiting() throws IOException {
    intake.film("film.mp4", "a");
    look(2);
    intake.put("film.fr.srt", "1\n");
    look(2);
    assertThat(capsules()).isEqualTo("0");

    look(3);

    assertThat(capsules()).isEqualTo("1");
  }

  @Test
  void sidecarThatComesLater_isAdded() throws IOException {
    intake.film("film.mp4", "a");
    look(5);
    intake.put("film.fr.srt", Intake.SRT);

    look(5);

    assertThat(told).last().isEqualTo("film.mp4: what came with it was added to “film”.");
    assertThat(intake.value("SELECT language FROM track")).isEqualTo("fr");
  }

  @Test
  void whatWasTaken_isNotReadAgainByTheNextProgramEither() throws IOException {
    intake.film("film.mp4", "a");
    intake.put("text.mp4", "no film");
    look(5);
    told.clear();
    inbox = inbox();

    look(10);

    assertThat(told).isEmpty();
  }

  @Test
  void changedFilm_isAnotherCapsule() throws IOException {
    intake.film("film.mp4", "a");
    look(5);
    intake.film("film.mp4", "another cut");

    look(5);

    assertThat(capsules()).isEqualTo("2");
    assertThat(told).anyMatch(s -> s.contains("another film of this name"));
  }

  @Test
  void inbox_isLeftAsItIs() throws IOException {
    intake.film("film.mp4", "a");
    intake.put("film.fr.srt", Intake.SRT);
    intake.put("film.el.srt", new byte[] {0, 1, 2});
    intake.put("stray.txt", "x");
    Map<String, Long> before = intake.untouched();

    look(10);

    assertThat(intake.untouched()).isEqualTo(before);
    assertThat(capsules()).isEqualTo("1");
  }

  @Test
  void stray_isSaidOnce() throws IOException {
    intake.put("stray.txt", "x");

    look(10);

    assertThat(told).singleElement().asString().contains("stray.txt");
  }

  @Test
  void diskTrouble_isSaidOnceAndTriedAgain() throws IOException {
    intake.film("film.mp4", "a");
    Path trouble = trouble();
    look(100);
    assertThat(told).singleElement().asString().startsWith("film.mp4: ").endsWith("again.");

    Files.delete(trouble);
    Files.createDirectory(trouble);
    look(40);

    assertThat(told).hasSize(2).last().asString().contains("taken in");
    intake.film("next.mp4", "b");
    trouble();
    look(10);
    assertThat(told).hasSize(3);
  }

  @Test
  void inboxThatVanishes_isSaidEachTimeAndComesBack() throws IOException {
    Path away = intake.in.resolveSibling("away");
    Files.move(intake.in, away);
    look(5);
    assertThat(told).singleElement().asString().contains("cannot be read now");
    Files.move(away, intake.in);
    intake.film("film.mp4", "a");
    look(5);
    assertThat(told).hasSize(2);
    Files.move(intake.in, away);

    look(5);

    assertThat(told).hasSize(3);
  }

  @Test
  void filmDeletedBeforeItIsTaken_isNoNews() throws IOException {
    Path film = intake.film("film.mp4", "a");
    look(2);
    Files.delete(film);

    look(5);

    assertThat(told).isEmpty();
  }

  @Test
  void oneFilmInTrouble_doesNotKeepOthersWaiting() throws IOException {
    intake.film("a.mp4", "a");
    intake.put("b.mp4", "no film");
    Files.createSymbolicLink(intake.in.resolve("c.mp4"), intake.in.resolve("c.mp4"));
    intake.film("d.mp4", "d");

    look(5);

    assertThat(capsules()).isEqualTo("2");
    assertThat(told).hasSize(4);
  }
}
