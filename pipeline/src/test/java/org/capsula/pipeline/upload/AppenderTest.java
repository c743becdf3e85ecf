package org.capsula.pipeline.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.upload.Upload.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AppenderTest {
  private static final byte[] FILM = Desk.film(10_000);

  @TempDir private java.nio.file.Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder.resolve("library"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static byte[] part(int from, int to) {
    return Arrays.copyOfRange(FILM, from, to);
  }

  /** Gives so many bytes, then its connection breaks. */
  private static InputStream broken(byte[] bytes) {
    InputStream breaks =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Connection reset by peer");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(bytes), breaks);
  }

  private static void refused(Refusal refusal, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UploadRefusedException.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(refusal);
              assertThat(refused.sentence()).endsWith(".");
            });
  }

  @Test
  void piecesOneAfterAnother_areTheFilm() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);

    assertThat(desk.append(upload, 0, part(0, 4000)).received()).isEqualTo(4000);
    assertThat(desk.append(upload, 4000, part(4000, 4001)).received()).isEqualTo(4001);
    desk.append(upload, 4001, part(4001, FILM.length));

    Upload end = desk.settled(upload);
    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(Files.readAllBytes(desk.library.storage().file(String.valueOf(end.sha256()))))
        .isEqualTo(FILM);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1000, 1001, 5000, 9999})
  void brokenConnection_countsAllThatCame(int came) throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);

    Upload after = desk.append(upload, 0, broken(part(0, came)), null);

    assertThat(after.received()).isEqualTo(came);
    assertThat(Files.readAllBytes(desk.footage(upload))).isEqualTo(part(0, came));
    desk.append(upload, came, part(came, FILM.length));
    assertThat(desk.settled(upload).state()).isEqualTo(State.DONE);
  }

  @Test
  void bytesBeyondWhatWasRecorded_areCutOffWhenItGoesOn() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.append(upload, 0, part(0, 3000));
    Files.write(desk.footage(upload), new byte[777], StandardOpenOption.APPEND);
    desk.restart();

    assertThat(desk.uploads.register().find(upload.id()).received()).isEqualTo(3000);
    desk.append(upload, 3000, part(3000, FILM.length));

    assertThat(desk.settled(upload).sha256()).isEqualTo(sha256());
  }

  private String sha256() throws IOException {
    return Sha256.of(Files.write(folder.resolve("film"), FILM));
  }

  @Test
  void bytesThatTheDiskLost_areAskedForAgain() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.append(upload, 0, part(0, 3000));
    Files.write(desk.footage(upload), part(0, 1200));

    refused(Refusal.WRONG_OFFSET, () -> desk.append(upload, 3000, part(3000, FILM.length)));

    assertThat(desk.uploads.register().find(upload.id()).received()).isEqualTo(1200);
    desk.append(upload, 1200, part(1200, FILM.length));
    assertThat(desk.settled(upload).sha256()).isEqualTo(sha256());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2999, 3001, 10_000, -1})
  void wrongOffset_isRefusedAndNothingChanges(long offset) throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.append(upload, 0, part(0, 3000));

    refused(Refusal.WRONG_OFFSET, () -> desk.append(upload, offset, part(0, 10)));

    assertThat(Files.size(desk.footage(upload))).isEqualTo(3000);
  }

  @Test
  void moreBytesThanItHas_areRefusedAndNoneOfTheirPieceCounts() throws Exception {
    Upload upload = desk.create("film.mp4", 900);

    refused(Refusal.TOO_MANY_BYTES, () -> desk.append(upload, 0, part(0, 901)));
    refused(
        Refusal.TOO_MANY_BYTES,
        () ->
            desk.uploads
                .appender()
                .append(
                    upload.id(),
                    new Piece(0, OptionalLong.of(901), null, new ByteArrayInputStream(FILM))));

    assertThat(desk.uploads.register().find(upload.id()).received()).isZero();
    assertThat(Files.size(desk.footage(upload))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"sha1, SHA-1", "sha256, SHA-256"})
  void pieceThatFitsItsChecksum_counts(String name, String algorithm) throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    byte[] sum = MessageDigest.getInstance(algorithm).digest(part(0, 4000));
    Checksum checksum =
        Checksum.of(name + " " + Base64.getEncoder().encodeToString(sum)).orElseThrow();

    Upload after = desk.append(upload, 0, new ByteArrayInputStream(part(0, 4000)), checksum);

    assertThat(after.received()).isEqualTo(4000);
  }

  @Test
  void pieceThatDoesNotFitItsChecksum_doesNotCount() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    desk.append(upload, 0, part(0, 500));
    Checksum other = Checksum.of("sha1 " + Base64.getEncoder().encodeToString(new byte[20])).get();
    byte[] piece = part(500, 6000);

    refused(
        Refusal.WRONG_CHECKSUM,
        () -> desk.append(upload, 500, new ByteArrayInputStream(piece), other));

    assertThat(desk.uploads.register().find(upload.id()).received()).isEqualTo(500);
    assertThat(Files.size(desk.footage(upload))).isEqualTo(500);
  }

  @Test
  void pieceWithAChecksumThatBreaksOff_doesNotCount() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    byte[] sum = MessageDigest.getInstance("SHA-1").digest(part(0, 4000));
    Checksum checksum = new Checksum("SHA-1", sum);

    Upload after = desk.append(upload, 0, broken(part(0, 3000)), checksum);

    assertThat(after.received()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha1",
        "sha1 ",
        "md5 AAAA",
        "sha1 not-base64!",
        "sha1  AAAA BBBB",
        "SHA-1 AAAA"
      })
  void checksumFieldThatIsNone_isNotRead(String field) {
    assertThat(Checksum.of(field)).isEmpty();
  }

  @Test
  void fiftyAtOnce_haveOneWinner() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(50);
    List<Future<Boolean>> racing = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      racing.add(
          threads.submit(
              () -> {
                start.await();
                try {
                  desk.append(upload, 0, part(0, 5000));
                  return true;
                } catch (UploadRefusedException e) {
                  assertThat(e.refusal()).isIn(Refusal.LOCKED, Refusal.WRONG_OFFSET);
                  return false;
                }
              }));
    }
    start.countDown();
    List<Boolean> won = new ArrayList<>();
    for (Future<Boolean> one : racing) {
      won.add(one.get());
    }
    threads.shutdown();

    assertThat(Collections.frequency(won, true)).isEqualTo(1);
    assertThat(Files.readAllBytes(desk.footage(upload))).isEqualTo(part(0, 5000));
  }

  /** Each of the fifty may hold the lock at the moment when the film is to be taken in. */
  @Test
  void fiftyTimesTheLastPiece_areTakenIn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(50);
    for (int film = 0; film < 10; film++) {
      Upload upload = desk.create("film.mp4", FILM.length);
      desk.append(upload, 0, part(0, 5000));
      List<Future<Integer>> racing = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        racing.add(threads.submit(() -> sendAgainAndAgain(upload)));
      }
      for (Future<Integer> one : racing) {
        assertThat(one.get()).isEqualTo(20);
      }

      assertThat(desk.settled(upload).state()).isIn(State.DONE, State.KNOWN);
    }
    threads.shutdown();
  }

  private int sendAgainAndAgain(Upload upload) {
    for (int times = 0; times < 20; times++) {
      try {
        desk.append(upload, 5000, part(5000, FILM.length));
      } catch (UploadRefusedException e) {
        assertThat(e.refusal()).isIn(Refusal.LOCKED, Refusal.WRONG_OFFSET);
      }
    }
    return 20;
  }

  @Test
  void oneByteMoreAfterTheLastThatCounts_isRefusedAndTheFilmIsTakenIn() throws Exception {
    Upload upload = desk.create("film.mp4", 3 * Desk.CHECKPOINT);
    byte[] whole = part(0, 3 * Desk.CHECKPOINT);
    InputStream oneMore =
        new SequenceInputStream(
            new ByteArrayInputStream(whole), new ByteArrayInputStream(new byte[1]));

    refused(Refusal.TOO_MANY_BYTES, () -> desk.append(upload, 0, oneMore, null));

    Upload end = desk.settled(upload);
    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(desk.library.storage().file(String.valueOf(end.sha256()))).hasBinaryContent(whole);
  }

  @Test
  void whatIsNoFilmByItsFirstBytes_isRefusedBeforeTheOthersTravel() throws Exception {
    Upload upload = desk.create("film.mp4", 1_000_000);
    byte[] text = "No film at all.\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    InputStream rest = new ByteArrayInputStream(text);
    desk.append(upload, 0, Arrays.copyOf(text, 30_000));

    refused(Refusal.NOT_FOOTAGE, () -> desk.append(upload, 30_000, rest, null));
    refused(Refusal.NOT_FOOTAGE, () -> desk.append(upload, 30_000, part(0, 10)));

    Upload end = desk.uploads.register().find(upload.id());
    assertThat(end.state()).isEqualTo(State.REFUSED);
    assertThat(end.reasonCode()).isEqualTo("not-footage");
    assertThat(rest.available()).isPositive();
    assertThat(desk.files("uploads")).isEmpty();
  }

  @Test
  void filmOfManyFirstBytes_goesOn() throws Exception {
    byte[] film = Desk.film(200_000);

    assertThat(desk.send("film.mp4", film).state()).isEqualTo(State.DONE);
  }

  @Test
  void whileOneWrites_anotherIsLockedOutAndMayStillAsk() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    InputStream slow =
        new ByteArrayInputStream(part(0, 3000)) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            reading.countDown();
            try {
              go.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return super.read(into, offset, length);
          }
        };
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Future<Upload> first = threads.submit(() -> desk.append(upload, 0, slow, null));
    reading.await();

    refused(Refusal.LOCKED, () -> desk.append(upload, 0, part(0, 10)));
    assertThat(desk.uploads.register().find(upload.id()).received()).isZero();

    go.countDown();
    assertThat(first.get().received()).isEqualTo(3000);
    threads.shutdown();
  }

  @Test
  void uploadThatIsEndedWhileBytesCome_isGoneAndLeavesNothing() throws Exception {
    Upload upload = desk.create("film.mp4", FILM.length);
    InputStream ends =
        new ByteArrayInputStream(part(0, 5000)) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            try {
              desk.uploads.register().end(upload.id());
            } catch (UploadRefusedException e) {
              // The first read ended it.
            }
            return super.read(into, offset, length);
          }
        };

    refused(Refusal.UNKNOWN, () -> desk.append(upload, 0, ends, null));

    assertThat(desk.files("uploads")).isEmpty();
  }
}
