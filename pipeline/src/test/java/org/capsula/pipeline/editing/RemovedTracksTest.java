package org.capsula.pipeline.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.editing.SubtitleEdits.TrackChange;
import org.capsula.pipeline.revision.Corrections;
import org.capsula.pipeline.revision.CueSheet;
import org.capsula.pipeline.revision.Revision;
import org.capsula.pipeline.studio.Purge;
import org.capsula.subtitles.Cue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a track's history while the track is away. */
class RemovedTracksTest {
  @TempDir Path folder;
  private Desk desk;
  private Corrections corrections;
  private String id;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    corrections =
        new Corrections(desk.library.database(), desk.library.storage(), Clock.systemUTC());
    id = desk.addDraft();
    Account ana =
        new Account(
            "ana",
            "ana",
            "Άννα",
            org.capsula.pipeline.account.Role.MEDIA,
            false,
            true,
            Instant.EPOCH);
    desk.library.database().useTransaction(session -> new AccountStore(session).insert(ana));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Track add(String text, boolean mayReplace) throws Exception {
    String file = "1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n";
    return desk.subtitles.add(
        id, new NewSubtitles("film.el.srt", null, null, null, file.getBytes(UTF_8)), mayReplace);
  }

  private void correct(Track track, String text) throws IOException {
    CueSheet sheet = corrections.open(track.id()).orElseThrow();
    List<Cue> cues = new ArrayList<>(sheet.content().cues());
    cues.set(0, cues.get(0).withText(text));
    corrections.save(sheet, cues, "ana");
  }

  private Track only() {
    assertThat(desk.tracks(id)).hasSize(1);
    return desk.tracks(id).get(0);
  }

  private String remove() throws Exception {
    return desk.subtitles.remove(id, only().id(), only().webvttSha256());
  }

  @Test
  void removedTrack_comesBackWithItsHistory() throws Exception {
    Track track = add("Καλημέρα", false);
    correct(track, "Καλημέρα!");
    correct(track, "Καλημέρα σας!");
    List<Revision> before = corrections.revisions(track.id());

    String removed = remove();
    assertThat(corrections.revisions(track.id())).isEmpty();
    desk.removed.putBack(id, removed);

    assertThat(corrections.revisions(track.id())).isEqualTo(before).hasSize(3);
    assertThat(desk.webVtt(only())).contains("Καλημέρα σας!");
    correct(track, "Καλησπέρα!");
    assertThat(corrections.revisions(track.id()))
        .extracting(Revision::number)
        .containsExactly(4, 3, 2, 1);
  }

  @Test
  void replacedFileOfARemovedTrack_isTheNextRevision() throws Exception {
    Track track = add("Πρώτο", false);
    add("Δεύτερο", true);
    String replaced = desk.removed.of(id).get(0).id();
    remove();

    desk.removed.putBack(id, replaced);

    assertThat(only().id()).isEqualTo(track.id());
    assertThat(desk.webVtt(only())).contains("Πρώτο");
    assertThat(corrections.revisions(track.id()))
        .extracting(Revision::webvttSha256)
        .containsExactly(
            track.webvttSha256(),
            corrections.revisions(track.id()).get(1).webvttSha256(),
            track.webvttSha256());
  }

  @Test
  void replacedFileWhoseSuccessorHasMoved_isATrackOfItsOwn() throws Exception {
    Track track = add("Πρώτο", false);
    Track second = add("Δεύτερο", true);
    String replaced = desk.removed.of(id).get(0).id();
    desk.subtitles.change(
        id, second.id(), new TrackChange("fr", null, null, second.webvttSha256(), false));

    desk.removed.putBack(id, replaced);

    assertThat(desk.tracks(id)).extracting(Track::language).containsExactly("el", "fr");
    assertThat(desk.tracks(id).get(0).id()).isNotEqualTo(track.id());
    assertThat(desk.webVtt(desk.tracks(id).get(0))).contains("Πρώτο");
    assertThat(desk.tracks(id).get(1).id()).isEqualTo(track.id());
    assertThat(corrections.revisions(desk.tracks(id).get(0).id())).hasSize(1);
  }

  @Test
  void history_goesWithTheRemovedTrackAndNotBefore() throws Exception {
    Track standing = add("Πρώτο", false);
    correct(standing, "Πρώτη");
    Purge purge = new Purge(desk.library.database());
    purge.purge(Clock.systemUTC().instant().plus(Duration.ofDays(400)));
    assertThat(revisionsKept()).isEqualTo(2);
    remove();

    purge.purge(Clock.systemUTC().instant());
    assertThat(revisionsKept()).isEqualTo(2);
    purge.purge(Clock.systemUTC().instant().plus(Purge.UNDO).plusSeconds(1));
    assertThat(revisionsKept()).isZero();
  }

  private int revisionsKept() {
    return desk.look(
        session ->
            session
                .handle()
                .createQuery("SELECT COUNT(*) FROM track_revision")
                .mapTo(Integer.class)
                .one());
  }
}
