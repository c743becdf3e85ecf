package org.capsula.pipeline.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadRegisterTest {
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

  private static void refused(Refusal refusal, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UploadRefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  private void settings(UploadSettings settings) {
    desk.settings = settings;
    desk.restart();
  }

  @Test
  void uploadLargerThanAny_isRefused() throws Exception {
    settings(UploadSettings.DEFAULT.withLargest(5000));

    desk.create("film.mp4", 5000);
    refused(Refusal.TOO_LARGE, () -> desk.create("film.mp4", 5001));
  }

  @Test
  void quota_countsWhatIsUnderWayOfTheAccountAlone() throws Exception {
    settings(UploadSettings.DEFAULT.withQuota(8000));
    Upload first = desk.create("a.mp4", 5000);

    refused(Refusal.QUOTA, () -> desk.create("b.mp4", 3001));
    desk.uploads.register().create(new NewUpload("account-2", "b.mp4", 8000, null, null, null));
    desk.create("b.mp4", 3000);

    desk.uploads.register().end(first.id());
    assertThat(desk.create("c.mp4", 5000).received()).isZero();
  }

  @Test
  void uploadThatTheDiskHasNoRoomFor_isRefused() throws Exception {
    long free = Files.getFileStore(folder).getUsableSpace();
    settings(UploadSettings.DEFAULT.withLargest(Long.MAX_VALUE).withQuota(Long.MAX_VALUE));

    refused(Refusal.NO_SPACE, () -> desk.create("film.mp4", free));
  }

  @Test
  void spaceThatOthersWillTake_isNotGivenAway() throws Exception {
    settings(UploadSettings.DEFAULT.withLargest(Long.MAX_VALUE).withQuota(Long.MAX_VALUE));
    long most = desk.uploads.register().room(Desk.ACCOUNT).freeBytes();
    desk.create("film.mp4", most / 2);

    refused(Refusal.NO_SPACE, () -> desk.create("other.mp4", most / 4 * 3));
  }

  @Test
  void room_reservesTwiceTheBytesThatOthersMiss() {
    Room room =
        Room.of(
            1_064_000_000,
            UploadSettings.DEFAULT,
            new Room.Loads(
                new UploadStore.Load(1, 200_000_000, 100_000_000), new UploadStore.Load(0, 0, 0)));

    // 1,064 free, less 64 in reserve, less 100 to come and 200 to be made of it: half of 700.
    assertThat(room.freeBytes()).isEqualTo(350_000_000);
  }

  @Test
  void uploadThatWaitsTooLong_isGivenUpWithItsBytes() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.append(upload, 0, Desk.film(1000));
    desk.clock.forward(Duration.ofDays(6));
    desk.append(upload, 1000, new byte[500]);
    desk.clock.forward(Duration.ofDays(6));
    assertThat(desk.uploads.register().find(upload.id()).received()).isEqualTo(1500);

    desk.clock.forward(Duration.ofDays(1));

    refused(Refusal.EXPIRED, () -> desk.uploads.register().find(upload.id()));
    refused(Refusal.EXPIRED, () -> desk.append(upload, 1500, new byte[1]));
    desk.clock.forward(Duration.ofSeconds(1));
    assertThat(desk.uploads.register().ofAccount(Desk.ACCOUNT)).isEmpty();
    assertThat(desk.files("uploads")).isEmpty();
  }

  @Test
  void unfinishedUpload_outlivesTheProgram() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.append(upload, 0, Desk.film(1000));
    Path stray = Files.createDirectory(desk.library.storage().uploads().resolve("0".repeat(32)));
    Files.writeString(stray.resolve("footage"), "left by a killed program");

    desk.restart();
    desk.uploads.start();

    assertThat(desk.uploads.register().ofAccount(Desk.ACCOUNT))
        .singleElement()
        .satisfies(found -> assertThat(found.received()).isEqualTo(1000));
    assertThat(desk.files("uploads")).containsExactly(upload.id() + "/footage");
    assertThat(stray).doesNotExist();
  }

  @Test
  void uploadWhoseLastByteComesAtThatMoment_isNotTakenAwayFromWhoeverTakesItIn() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.uploads.handOvers().close();
    desk.append(upload, 0, FILM);

    boolean removed =
        desk.library
            .database()
            .inTransaction(session -> new UploadStore(session).deleteUnlessWhole(upload.id()));

    assertThat(removed).isFalse();
    desk.uploads.register().end(upload.id());
    assertThat(desk.files("uploads")).isEmpty();
  }

  @Test
  void endedUpload_isGoneWithItsBytes() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.append(upload, 0, Desk.film(1000));

    desk.uploads.register().end(upload.id());

    refused(Refusal.UNKNOWN, () -> desk.uploads.register().end(upload.id()));
    assertThat(desk.files("uploads")).isEmpty();
  }
}
