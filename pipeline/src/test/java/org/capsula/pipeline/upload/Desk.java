package org.capsula.pipeline.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.capsula.pipeline.SetClock;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.jspecify.annotations.Nullable;

/** A library that takes uploads, and whose productions stay queued. Its clock is set by hand. */
final class Desk implements AutoCloseable {
  static final String ACCOUNT = "account-1";

  /** Small, so that little films have several. */
  static final int CHECKPOINT = 1000;

  final Path folder;
  final SetClock clock = new SetClock(Instant.parse("2026-11-23T09:00:00Z"));
  UploadSettings settings = UploadSettings.DEFAULT.withCheckpoint(CHECKPOINT);
  Library library;
  ProductionQueue queue;
  Uploads uploads;

  Desk(Path folder) {
    this.folder = folder;
    library = TestDatabase.library(folder);
    queue = new ProductionQueue(library, new Producer(), clock, QueueSettings.DEFAULT, s -> {});
    uploads = Uploads.in(library, queue, settings, clock);
  }

  /** As after a kill: nothing of the old program goes on. */
  void restart() {
    close();
    library = TestDatabase.library(folder);
    queue = new ProductionQueue(library, new Producer(), clock, QueueSettings.DEFAULT, s -> {});
    uploads = Uploads.in(library, queue, settings, clock);
  }

  /** The head of an MP4, and something that tells it from others. */
  static byte[] film(String content) {
    return ("\0\0\0\u0018ftypisom\0\0\2\0isomiso2" + content).getBytes(UTF_8);
  }

  static byte[] film(int bytes) {
    byte[] film = new byte[bytes];
    byte[] head = film("");
    for (int i = 0; i < bytes; i++) {
      film[i] = i < head.length ? head[i] : (byte) (i * 31 + i / 251);
    }
    return film;
  }

  Upload create(String name, long bytes) throws UploadRefusedException {
    return create(name, bytes, null);
  }

  Upload create(String name, long bytes, @Nullable String replaces) throws UploadRefusedException {
    return uploads.register().create(new NewUpload(ACCOUNT, name, bytes, null, null, replaces));
  }

  Upload append(Upload upload, long offset, byte[] bytes) throws UploadRefusedException {
    return append(upload, offset, new ByteArrayInputStream(bytes), null);
  }

  Upload append(Upload upload, long offset, InputStream bytes, @Nullable Checksum checksum)
      throws UploadRefusedException {
    return uploads
        .appender()
        .append(upload.id(), new Piece(offset, OptionalLong.empty(), checksum, bytes));
  }

  /** All of it, and what became of it. */
  Upload send(String name, byte[] film) throws Exception {
    Upload upload = create(name, film.length);
    append(upload, 0, film);
    return settled(upload);
  }

  Upload settled(Upload upload) throws Exception {
    return await(
        upload,
        now -> {
          if (now.state() == Upload.State.CHECKING && now.reason() != null) {
            throw new AssertionError(now.reason());
          }
          return now.state() != Upload.State.CHECKING;
        });
  }

  /** Until it is so, which takes a moment; never is told as such. */
  Upload await(Upload upload, Predicate<Upload> wanted) throws Exception {
    for (int looks = 0; looks < 10_000; looks++) {
      Upload now = uploads.register().find(upload.id());
      if (wanted.test(now)) {
        return now;
      }
      Thread.sleep(2);
    }
    throw new AssertionError("it stays " + uploads.register().find(upload.id()));
  }

  <T> T look(Function<Session, T> work) {
    return library.database().look(work);
  }

  /** Of one row and column. */
  String value(String sql) {
    return look(
        session ->
            session.handle().createQuery(sql).mapTo(String.class).findOne().orElse("nothing"));
  }

  List<String> files(String name) throws IOException {
    try (Stream<Path> found = Files.walk(folder.resolve(name))) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve(name).relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  Path footage(Upload upload) {
    return UploadFolder.of(library.storage(), upload.id()).footage();
  }

  @Override
  public void close() {
    uploads.close();
    queue.close();
    library.close();
  }
}
