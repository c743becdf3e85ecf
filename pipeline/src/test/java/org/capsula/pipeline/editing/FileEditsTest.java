package org.capsula.pipeline.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.editing.DocumentEdits.NewDocument;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.editing.SubtitleEdits.TrackChange;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subtitles and documents that are added, changed, removed and put back. */
class FileEditsTest {
  private static final String GREEK =
      """
      1
      00:00:01,000 --> 00:00:02,000
      Άννα, πού είναι ο κωδικός;

      2
      00:00:03,000 --> 00:00:04,000
      Δεν τον έχω, αλλά θα τον βρω για σας.
      """;

  @TempDir Path folder;
  private Desk desk;
  private String id;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    id = desk.addDraft();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Track add(String name, @Nullable String charset, boolean mayReplace) throws Exception {
    NewSubtitles file =
        new NewSubtitles(
            name, null, null, charset, GREEK.getBytes(Charset.forName("windows-1253")));
    return desk.subtitles.add(id, file, mayReplace);
  }

  @Test
  void greekInItsCodePage_isReadRightly() throws Exception {
    Track track = add("Κωδικός.srt", null, false);

    assertThat(track.language()).as("told by its words").isEqualTo("el");
    assertThat(track.role()).isEqualTo(Role.SUBTITLES);
    assertThat(track.charset()).isEqualTo("windows-1253");
    assertThat(track.findings()).contains("charset-guessed");
    assertThat(desk.webVtt(track)).contains("Άννα, πού είναι ο κωδικός;");
    assertThat(desk.tracks(id)).containsExactly(track);
    assertThat(Files.readAllBytes(desk.library.storage().file(track.sourceSha256())))
        .as("as it came")
        .isEqualTo(GREEK.getBytes(Charset.forName("windows-1253")));
  }

  @Test
  void wrongCharset_isMendedFromTheStoredBytes() throws Exception {
    Track wrong = add("film.el.srt", "windows-1252", false);
    assertThat(desk.webVtt(wrong)).contains("ðïý åßíáé ï êùäéêüò;");
    assertThat(desk.subtitles.charsets(wrong).best().charset()).isEqualTo("windows-1253");

    Track right =
        desk.subtitles.change(
            id,
            wrong.id(),
            new TrackChange(null, null, "windows-1253", wrong.webvttSha256(), false));

    assertThat(right.id()).isEqualTo(wrong.id());
    assertThat(right.charset()).isEqualTo("windows-1253");
    assertThat(desk.webVtt(right)).contains("Άννα, πού είναι ο κωδικός;");
    assertThat(desk.tracks(id)).containsExactly(right);
    refused(
        Reason.OUTDATED,
        () ->
            desk.subtitles.change(
                id,
                wrong.id(),
                new TrackChange(null, null, "ISO-8859-7", wrong.webvttSha256(), false)));
    refused(
        Reason.INVALID,
        () ->
            desk.subtitles.change(
                id,
                wrong.id(),
                new TrackChange(null, null, "x-nothing", right.webvttSha256(), false)));
    assertThat(desk.tracks(id)).containsExactly(right);
  }

  @Test
  void correctedTrack_isNotReadAgainUnasked() throws Exception {
    Track read = add("film.el.srt", null, false);
    Track corrected = correct(read);

    refused(
        Reason.CORRECTED, () -> desk.subtitles.change(id, read.id(), charset(corrected, false)));
    assertThat(desk.tracks(id)).containsExactly(corrected);

    Track moved =
        desk.subtitles.change(
            id,
            read.id(),
            new TrackChange("fr", Role.CAPTIONS, null, corrected.webvttSha256(), false));
    assertThat(moved).isEqualTo(corrected.as("fr", Role.CAPTIONS));
    assertThat(desk.tracks(id)).containsExactly(moved);

    Track again = desk.subtitles.change(id, read.id(), charset(moved, true));
    assertThat(again.webvttSha256()).isNotEqualTo(moved.webvttSha256());
  }

  private static TrackChange charset(Track seen, boolean mayDiscard) {
    return new TrackChange(null, null, "windows-1253", seen.webvttSha256(), mayDiscard);
  }

  /** As a revision of its cues is: other WebVTT beside the same source. */
  private Track correct(Track track) throws IOException {
    StoredFile file = desk.library.storage().store("WEBVTT\n\n00:01.000 --> 00:02.000\nAnders.\n");
    Track corrected =
        new Track(
            track.id(),
            track.capsuleId(),
            track.language(),
            track.role(),
            track.sourceSha256(),
            track.sourceName(),
            track.format(),
            track.charset(),
            file.sha256(),
            file.bytes(),
            1,
            track.findings(),
            track.addedAt());
    desk.library
        .database()
        .useTransaction(
            session -> {
              new StoredFileStore(session).save(file, track.addedAt());
              new TrackStore(session).save(corrected);
            });
    return corrected;
  }

  @Test
  void secondTrackOfALanguage_replacesTheFirstOnlyWhereThatIsWanted() throws Exception {
    Track first = add("film.el.srt", null, false);
    refused(Reason.CONFLICT, () -> add("film.gre.srt", "ISO-8859-7", false));

    Track second = add("film.gre.srt", "ISO-8859-7", true);

    assertThat(desk.tracks(id)).containsExactly(second);
    assertThat(second.id()).as("its revisions go on").isEqualTo(first.id());
    String replaced = desk.removed.of(id).get(0).id();
    desk.removed.putBack(id, replaced);
    assertThat(desk.tracks(id)).containsExactly(first);
    assertThat(desk.removed.of(id))
        .extracting(RemovedFiles::name)
        .as("the two have changed places")
        .containsExactly("film.gre.srt (el)");
    refused(Reason.GONE, () -> desk.removed.putBack(id, replaced));
  }

  @Test
  void trackThatAnotherHasTakenThePlaceOf_isNotPutBack() throws Exception {
    Track first = add("film.el.srt", null, false);
    String removed = desk.subtitles.remove(id, first.id(), first.webvttSha256());
    Track other = add("film.gre.srt", "ISO-8859-7", false);

    refused(Reason.CONFLICT, () -> desk.removed.putBack(id, removed));
    assertThat(desk.tracks(id)).containsExactly(other);
    assertThat(desk.removed.of(id)).hasSize(1);
  }

  @Test
  void removedTrack_isBackWhenSomebodyWantsIt() throws Exception {
    Track track = add("film.el.srt", null, false);
    refused(Reason.OUTDATED, () -> desk.subtitles.remove(id, track.id(), "another"));

    String removed = desk.subtitles.remove(id, track.id(), track.webvttSha256());

    assertThat(desk.tracks(id)).isEmpty();
    assertThat(desk.removed.of(id))
        .extracting(RemovedFiles::name)
        .containsExactly("film.el.srt (el)");
    refused(Reason.GONE, () -> desk.subtitles.remove(id, track.id(), track.webvttSha256()));
    desk.removed.putBack(id, removed);
    assertThat(desk.tracks(id)).containsExactly(track);
    assertThat(desk.removed.of(id)).isEmpty();
  }

  @Test
  void whatIsNoSubtitleFile_isRefused() {
    for (byte[] bytes : new byte[][] {{}, "Hello".getBytes(UTF_8), new byte[1000]}) {
      refused(
          Reason.UNREADABLE,
          () ->
              desk.subtitles.add(
                  id, new NewSubtitles("../x\0.srt", "el", null, null, bytes), false));
    }
    refused(
        Reason.INVALID,
        () ->
            desk.subtitles.add(
                id,
                new NewSubtitles("x.srt", "xx-invalid!", null, null, GREEK.getBytes(UTF_8)),
                false));
    refused(
        Reason.GONE,
        () ->
            desk.subtitles.add(
                "nobody",
                new NewSubtitles("x.srt", "el", null, null, GREEK.getBytes(UTF_8)),
                false));
    assertThat(desk.tracks(id)).isEmpty();
  }

  @Test
  void document_isAddedReplacedRemovedAndPutBack() throws Exception {
    byte[] pdf = "%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n".getBytes(UTF_8);
    Document first = document("../Fiche outil.pdf", pdf, false);
    assertThat(first.fileName()).isEqualTo(".._Fiche outil.pdf");
    assertThat(first.mediaType()).isEqualTo("application/pdf");
    refused(Reason.CONFLICT, () -> document("../Fiche outil.pdf", pdf, false));

    Document second = document("../Fiche outil.pdf", pdf, true);
    assertThat(documents()).containsExactly(second);
    String removed = desk.documents.remove(id, second.id());
    assertThat(documents()).isEmpty();
    desk.removed.putBack(id, removed);
    assertThat(documents()).containsExactly(second);
    refused(Reason.GONE, () -> desk.documents.remove(id, "nothing"));
  }

  @Test
  void documentThatABrowserWouldRun_isRefused() {
    for (String content :
        List.of(
            "<html><script>alert(1)</script>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "MZ\0\0")) {
      refused(Reason.UNREADABLE, () -> document("guide.pdf", content.getBytes(UTF_8), false));
    }
    assertThat(documents()).isEmpty();
  }

  private Document document(String name, byte[] bytes, boolean mayReplace) throws Exception {
    return desk.documents.add(
        id, new NewDocument(name, "fiche", new ByteArrayInputStream(bytes)), mayReplace);
  }

  private List<Document> documents() {
    return desk.look(session -> new DocumentStore(session).of(id));
  }

  private static void refused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedEditException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
