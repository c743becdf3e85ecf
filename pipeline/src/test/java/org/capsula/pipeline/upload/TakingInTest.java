package org.capsula.pipeline.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.delivery.HandOver;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.upload.Upload.State;
import org.capsula.pipeline.upload.UploadForm.Collection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class TakingInTest {
  private static final byte[] FILM = Desk.film(5000);

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder.resolve("library"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Capsule capsule(Upload upload) {
    String id = Objects.requireNonNull(upload.capsuleId());
    return desk.look(session -> new CapsuleStore(session).byId(id)).orElseThrow();
  }

  private List<Production> productions(Capsule capsule) {
    return desk.look(session -> new ProductionStore(session).ofCapsule(capsule.id()));
  }

  @Test
  void wholeUpload_isACapsuleWithAProduction() throws Exception {
    Upload end = desk.send("La porte.mp4", FILM);

    assertThat(end.state()).isEqualTo(State.DONE);
    Capsule capsule = capsule(end);
    assertThat(capsule.slug()).isEqualTo("la-porte");
    assertThat(capsule.footageSha256()).isEqualTo(end.sha256());
    assertThat(productions(capsule)).hasSize(1);
    assertThat(desk.value("SELECT title FROM capsule_text")).isEqualTo("La porte");
    assertThat(desk.value("SELECT COUNT(*) FROM scheduled_tasks")).isEqualTo("1");
    assertThat(desk.value("SELECT COUNT(*) FROM release")).as("a draft").isEqualTo("0");
    assertThat(desk.files("uploads")).isEmpty();
  }

  @Test
  void whatWasSaidWhileBytesTravelled_isTheCapsules() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.append(upload, 0, Desk.film(100));
    byte[] greek =
        "1\n00:00:00,000 --> 00:00:01,000\nΚαλημέρα σας\n"
            .getBytes(Charset.forName("windows-1253"));
    UploadForm form =
        new UploadForm(
            new Texts(Map.of("fr", "La porte", "el", "Η πόρτα")),
            "fr",
            Collection.titled("fr", "Accueil"));

    desk.uploads.forms().save(upload.id(), form);
    desk.uploads.forms().addSubtitles(upload.id(), "film.el.srt", null, greek);
    desk.append(upload, 100, new byte[FILM.length - 100]);
    Upload end = desk.settled(upload);

    Capsule capsule = capsule(end);
    assertThat(capsule.language()).isEqualTo("fr");
    assertThat(desk.value("SELECT title FROM capsule_text WHERE language = 'el'"))
        .isEqualTo("Η πόρτα");
    assertThat(desk.value("SELECT title FROM collection_text")).isEqualTo("Accueil");
    List<Track> tracks = desk.look(session -> new TrackStore(session).of(capsule.id()));
    assertThat(tracks).hasSize(1);
    assertGreek(tracks.get(0));
  }

  private void assertGreek(Track track) {
    assertThat(track.language()).isEqualTo("el");
    assertThat(track.charset()).isEqualTo("windows-1253");
    assertThat(desk.library.storage().file(track.webvttSha256())).content().contains("Καλημέρα");
  }

  @Test
  void sameBytesAgain_areSaidToBeTheCapsuleTheyAre() throws Exception {
    Upload first = desk.send("film.mp4", FILM);

    Upload second = desk.send("another name.mp4", FILM);

    assertThat(second.state()).isEqualTo(State.KNOWN);
    assertThat(second.capsuleId()).isEqualTo(first.capsuleId());
    assertThat(capsule(first).footageName()).isEqualTo("film.mp4");
    assertThat(desk.value("SELECT COUNT(*) FROM production")).isEqualTo("1");
    assertThat(desk.files("uploads")).isEmpty();
    assertThat(desk.files("files")).hasSize(1);
  }

  @Test
  void whatIsNoFilm_isRefusedWithASentenceThatStays() throws Exception {
    Upload end = desk.send("film.mp4", "%PDF-1.4 no film".getBytes(UTF_8));

    assertThat(end.state()).isEqualTo(State.REFUSED);
    assertThat(end.reasonCode()).isEqualTo("not-footage");
    assertThat(end.reason()).startsWith("film.mp4: ").contains("application/pdf").endsWith(".");
    assertThat(desk.files("uploads")).isEmpty();
    assertThat(desk.files("files")).isEmpty();
  }

  @Test
  void emptyFile_isRefused() throws Exception {
    Upload end = desk.settled(desk.create("film.mp4", 0));

    assertThat(end.state()).isEqualTo(State.REFUSED);
    assertThat(end.reasonCode()).isEqualTo("file-empty");
  }

  @Test
  void formOfWhatIsTakenIn_isClosed() throws Exception {
    Upload end = desk.send("film.mp4", FILM);

    assertThatThrownBy(() -> desk.uploads.forms().save(end.id(), UploadForm.EMPTY))
        .isInstanceOfSatisfying(
            UploadRefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ENDED));
  }

  /** As a program leaves it that was killed after the last byte. */
  private Upload whole() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.uploads.handOvers().close();
    desk.append(upload, 0, FILM);
    return upload;
  }

  private Upload restarted(Upload upload) throws Exception {
    desk.restart();
    desk.uploads.start();
    return desk.settled(upload);
  }

  private void assertTakenInOnce(Upload end) throws Exception {
    assertThat(end.state()).isEqualTo(State.DONE);
    Capsule capsule = capsule(end);
    assertThat(Files.readAllBytes(desk.library.storage().file(capsule.footageSha256())))
        .isEqualTo(FILM);
    assertThat(productions(capsule)).hasSize(1);
    assertThat(desk.value("SELECT COUNT(*) FROM capsule")).isEqualTo("1");
    assertThat(desk.files("uploads")).isEmpty();
    assertThat(desk.files("files")).hasSize(1);
  }

  @Test
  void killedBeforeTheHash_goesOn() throws Exception {
    Upload upload = whole();

    assertTakenInOnce(restarted(upload));
  }

  @Test
  void killedAfterTheHash_goesOn() throws Exception {
    Upload upload = whole();
    String sha256 = Sha256.of(desk.footage(upload));
    desk.library
        .database()
        .useTransaction(session -> new UploadStore(session).setSha256(upload.id(), sha256));

    assertTakenInOnce(restarted(upload));
  }

  @Test
  void killedAfterTheRename_goesOn() throws Exception {
    Upload upload = whole();
    String sha256 = Sha256.of(desk.footage(upload));
    desk.library
        .database()
        .useTransaction(session -> new UploadStore(session).setSha256(upload.id(), sha256));
    desk.library.storage().adopt(desk.footage(upload), sha256);

    assertTakenInOnce(restarted(upload));
  }

  @Test
  void killedAfterTheTransaction_leavesNoFolder() throws Exception {
    Upload end = desk.send("film.mp4", FILM);
    Files.createDirectory(desk.library.storage().uploads().resolve(end.id()));

    assertTakenInOnce(restarted(end));
    assertThat(desk.library.storage().uploads()).isEmptyDirectory();
  }

  @Test
  void replacedFootage_keepsTheEditionUntilTheNewOneIsMade() throws Exception {
    Capsule before = capsule(desk.send("film.mp4", FILM));
    desk.library
        .database()
        .useTransaction(
            session ->
                session
                    .handle()
                    .execute("UPDATE capsule SET edition_id = 'shown' WHERE id = ?", before.id()));
    byte[] better = Desk.film(6000);
    Upload upload = desk.create("better.mp4", better.length, before.id());

    desk.append(upload, 0, better);
    Upload end = desk.settled(upload);

    assertThat(end.state()).isEqualTo(State.DONE);
    Capsule after = capsule(end);
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.slug()).isEqualTo(before.slug());
    assertThat(after.editionId()).isEqualTo("shown");
    assertThat(after.footageSha256()).isEqualTo(end.sha256());
    assertThat(after.footageName()).isEqualTo("better.mp4");
    assertThat(productions(after))
        .extracting(Production::state)
        .containsExactlyInAnyOrder(Production.State.QUEUED, Production.State.CANCELLED);
    assertThat(desk.value("SELECT COUNT(*) FROM scheduled_tasks")).isEqualTo("1");
  }

  @Test
  void filmThatTheMachineCannotRead_waitsWithAllItsBytes() throws Exception {
    Upload upload = whole();
    Path footage = desk.footage(upload);
    Path aside = folder.resolve("aside");
    Files.move(footage, aside);
    // Opening what leads to itself fails, as on a failing disk.
    Files.createSymbolicLink(footage, footage);
    desk.restart();
    desk.uploads.start();

    Upload waits = desk.await(upload, now -> now.reasonCode() != null);

    assertThat(waits.state()).isEqualTo(State.CHECKING);
    assertThat(waits.reasonCode()).isEqualTo("machine-failure");
    Files.delete(footage);
    Files.move(aside, footage);
    desk.restart();
    desk.uploads.start();
    assertTakenInOnce(desk.await(upload, now -> now.state().isEnd()));
  }

  @Test
  void wholeOfWhichTheDiskLostSome_isAskedForAgain() throws Exception {
    Upload upload = whole();
    Files.write(desk.footage(upload), Desk.film(1200));

    Upload again = restarted(upload);

    assertThat(again.state()).isEqualTo(State.RECEIVING);
    assertThat(again.received()).isEqualTo(1200);
    desk.append(upload, 1200, Arrays.copyOfRange(FILM, 1200, FILM.length));
    assertTakenInOnce(desk.settled(upload));
  }

  @Test
  @Timeout(60)
  void uploadThatIsGoneWhenItsFilmIsMoved_isOver() throws Exception {
    Upload upload = whole();
    desk.library.database().useTransaction(session -> new UploadStore(session).delete(upload.id()));

    new TakingIn(desk.library, new HandOver(desk.library, desk.queue, desk.clock), desk.clock)
        .take(upload);

    assertThat(desk.value("SELECT COUNT(*) FROM capsule")).isEqualTo("0");
    assertThat(desk.files("uploads")).isEmpty();
  }

  private void refusedAtOnce(String replaces) {
    assertThatThrownBy(() -> desk.create("film.mp4", FILM.length, replaces))
        .isInstanceOfSatisfying(
            UploadRefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NO_CAPSULE));
  }

  @Test
  void footageForACapsuleThatIsGone_isRefusedBeforeItTravels() {
    refusedAtOnce("no-capsule");
  }

  private void delete(Capsule capsule) {
    desk.library
        .database()
        .useTransaction(
            session ->
                session
                    .handle()
                    .execute("UPDATE capsule SET deleted_at = 1 WHERE id = ?", capsule.id()));
  }

  @Test
  void footageOfADeletedCapsule_isSaidToBeThat() throws Exception {
    Capsule deleted = capsule(desk.send("film.mp4", FILM));
    delete(deleted);

    Upload end = desk.send("film.mp4", FILM);

    assertThat(end.state()).isEqualTo(State.REFUSED);
    assertThat(end.reasonCode()).isEqualTo("capsule-deleted");
    assertThat(end.capsuleId()).isEqualTo(deleted.id());
  }

  @Test
  void footageForADeletedCapsule_isRefusedBeforeItTravels() throws Exception {
    Capsule deleted = capsule(desk.send("film.mp4", FILM));
    delete(deleted);

    refusedAtOnce(deleted.id());
  }

  @Test
  void footageForACapsuleThatIsDeletedMeanwhile_isADraft() throws Exception {
    Capsule deleted = capsule(desk.send("film.mp4", FILM));
    byte[] better = Desk.film(6000);
    Upload upload = desk.create("better.mp4", better.length, deleted.id());
    delete(deleted);
    desk.append(upload, 0, better);

    Upload end = desk.settled(upload);

    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(end.reasonCode()).isEqualTo("capsule-gone");
    assertThat(end.capsuleId()).isNotEqualTo(deleted.id());
    assertThat(capsule(end).footageName()).isEqualTo("better.mp4");
  }

  @Test
  void twinThatIsDeleted_isToldAsSuch() throws Exception {
    Capsule capsule = capsule(desk.send("film.mp4", FILM));
    Twins twins = new Twins(desk.library.database());

    assertThat(twins.of("film.mp4", FILM.length, "en"))
        .containsExactly(new Twins.Twin(capsule.id(), "film", false));
    delete(capsule);

    assertThat(twins.of("film.mp4", FILM.length, "en"))
        .containsExactly(new Twins.Twin(capsule.id(), "film", true));
  }

  @Test
  void strayFilesInTheFolder_stayAndHinderNothing() throws Exception {
    Upload upload = whole();
    Path uploads = desk.library.storage().uploads();
    Path stray = Files.writeString(uploads.resolve(".DS_Store"), "");
    Path notes = Files.createDirectories(uploads.resolve("notes/of/somebody"));
    Path leftOver = Files.createDirectory(uploads.resolve("0".repeat(32)));

    Upload end = restarted(upload);

    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(stray).exists();
    assertThat(notes).exists();
    assertThat(leftOver).doesNotExist();
  }
}
