package org.capsula.pipeline.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.catalog.editorial.OwnChapter;
import org.capsula.pipeline.catalog.editorial.Poster;
import org.capsula.pipeline.catalog.editorial.ShownPart;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.editing.Edited.Saved;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.publication.TrackFile;
import org.capsula.subtitles.Cue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film that is made shorter, from the wish to what is seen. */
class TrimTest {
  private static final String SUBTITLES =
      """
      WEBVTT

      00:01.000 --> 00:02.500
      before and in

      00:03.000 --> 00:03.500
      in the middle

      00:06.000 --> 00:07.000
      behind
      """;

  @TempDir Path folder;

  @Test
  void trimmedFilm_isShorterWithItsSubtitlesShiftedAndTheOldOneIsShownUntilThen() throws Exception {
    try (Desk desk = new Desk(folder)) {
      String id = desk.add("media/vfr-360p.mp4", "film.fr.vtt", SUBTITLES);
      desk.queue.start();
      assertThat(desk.awaitEnd(id).state()).isEqualTo(State.DONE);
      Viewing whole = desk.viewing(id);
      Track track = desk.tracks(id).get(0);
      assertThat(whole.part()).isEqualTo(Trim.NONE);

      Trim trim = new Trim(Duration.ofSeconds(2), Duration.ofSeconds(4));
      CapsuleEdits.Versioned before = desk.capsules.find(id).orElseThrow();
      Saved saved =
          (Saved)
              desk.capsules.change(
                  id, before.version(), now -> CapsuleEditsTest.withTrim(now, trim));
      assertThat(saved.productionId()).isNotNull();
      assertThat(desk.viewing(id)).as("until the new one is ready").isEqualTo(whole);
      assertThat(desk.awaitEnd(id).state()).isEqualTo(State.DONE);

      Viewing shown = desk.viewing(id);
      assertThat(shown.editionId()).isNotEqualTo(whole.editionId());
      assertThat(shown.length().toMillis()).isCloseTo(2000, within(60L));
      assertThat(shown.part()).isEqualTo(new Trim(trim.start(), trim.start().plus(shown.length())));
      assertThat(desk.<Trim>look(s -> new EditStore(s).shownPart(id))).isEqualTo(shown.part());
      assertThat(TrackFile.read(desk.library.storage(), track, shown.part()).content().cues())
          .extracting(Cue::start, Cue::end, Cue::text)
          .containsExactly(
              tuple(Duration.ZERO, Duration.ofMillis(500), "before and in"),
              tuple(Duration.ofSeconds(1), Duration.ofMillis(1500), "in the middle"));
      // The stored one is as it came.
      assertThat(desk.tracks(id)).containsExactly(track);

      // Back again: what was made before is found.
      desk.capsules.change(id, saved.version(), now -> CapsuleEditsTest.withTrim(now, Trim.NONE));
      desk.awaitEnd(id);
      assertThat(desk.viewing(id).editionId()).isEqualTo(whole.editionId());
      assertThat(desk.viewing(id).part()).isEqualTo(Trim.NONE);
    }
  }

  @Test
  void trimBehindTheFootagesEnd_isRefusedWhereThatIsKnown() throws Exception {
    try (Desk desk = new Desk(folder)) {
      String id = desk.addDraft();
      Trim behind = new Trim(Duration.ofMinutes(1), null);
      desk.queue.start();
      desk.awaitEnd(id);

      assertThatThrownBy(() -> trim(desk, id, behind))
          .isInstanceOfSatisfying(
              RefusedEditException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID))
          .hasMessageStartingWith("The film would begin at 60.0 s, but its footage lasts ");
      assertThat(desk.productions(id)).hasSize(1);
      assertThat(trim(desk, id, new Trim(Duration.ofMillis(200), Duration.ofMinutes(1))))
          .isInstanceOf(Saved.class);

      // Of other footage than the film was made of nothing is known yet.
      desk.library
          .database()
          .useTransaction(
              session ->
                  session
                      .handle()
                      .execute("UPDATE stored_file SET stored_at = stored_at + 1000000"));
      assertThat(trim(desk, id, behind)).isInstanceOf(Saved.class);
    }
  }

  private static Edited trim(Desk desk, String id, Trim trim) throws RefusedEditException {
    long version = desk.capsules.find(id).orElseThrow().version();
    return desk.capsules.change(id, version, now -> CapsuleEditsTest.withTrim(now, trim));
  }

  @Test
  void posterOfATrimmedFilm_isTheFrameThatIsSeenThen() throws Exception {
    try (Desk desk = new Desk(folder)) {
      String id = desk.add("media/vfr-360p.mp4");
      CapsuleEdits.Versioned before = desk.capsules.find(id).orElseThrow();
      desk.capsules.change(
          id,
          before.version(),
          now -> CapsuleEditsTest.withTrim(now, new Trim(Duration.ofSeconds(2), null)));
      desk.queue.start();
      desk.awaitEnd(id);

      Poster poster = desk.posters.ofFrame(id, Duration.ofSeconds(1));

      assertThat(poster.at()).isEqualTo(Duration.ofSeconds(3));
      assertThat(desk.viewing(id).posterSha256()).isEqualTo(poster.sha256());
      Path file = desk.library.storage().file(poster.sha256());
      BufferedImage still = Objects.requireNonNull(ImageIO.read(file.toFile()));
      assertThat(still.getWidth()).isEqualTo(desk.viewing(id).width());
      assertThat(still.getHeight()).isEqualTo(desk.viewing(id).height());

      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", png);
      Poster own = desk.posters.ofPicture(id, png.toByteArray());
      assertThat(own.at()).isNull();
      assertThat(desk.viewing(id).posterSha256()).isEqualTo(own.sha256());

      desk.posters.remove(id);
      assertThat(desk.viewing(id).posterSha256()).isNull();
    }
  }

  @Test
  void chaptersOfAnEditor_areShiftedWithTheFilm() {
    List<OwnChapter> chapters =
        List.of(chapter(0, "one"), chapter(10, "two"), chapter(20, "three"), chapter(30, "four"));
    Trim part = new Trim(Duration.ofSeconds(15), Duration.ofSeconds(30));

    assertThat(ShownPart.chapters(chapters, part))
        .containsExactly(chapter(0, "two"), chapter(5, "three"));
    assertThat(ShownPart.chapters(chapters, Trim.NONE)).isEqualTo(chapters);
  }

  private static OwnChapter chapter(int seconds, String title) {
    return new OwnChapter("fr", Duration.ofSeconds(seconds), title);
  }
}
