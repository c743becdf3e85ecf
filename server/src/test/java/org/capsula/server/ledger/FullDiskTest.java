package org.capsula.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program on a disk of its own, which fills up while a film comes in. */
class FullDiskTest {
  private static final int LENGTH = 30_000_000;
  private static final int PIECE = 10_000_000;

  @TempDir Path folder;

  /** Made before the program starts, within the same mount name space; it ends with the program. */
  private List<String> disk(Path token) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    return List.of(
        "unshare",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        "mount -t tmpfs -o size=200m tmpfs '%1$s' && cp -r '%2$s' '%1$s/library' && exec \"$@\""
            .formatted(disk, token),
        "sh");
  }

  @Test
  void fullDisk_isSaidAndTheUploadGoesOnWhenThereIsSpace() throws Exception {
    byte[] film = new byte[LENGTH];
    new Random(1).nextBytes(film);
    System.arraycopy(
        new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'}, 0, film, 0, 12);
    Path made = folder.resolve("library");
    String token = UploadLedger.token(made);
    try (Capsula program = Capsula.start(disk(made), serve())) {
      TusClient client = new TusClient(program.address(), token);
      assertThat(client.create("film.mp4", 100_000_000).statusCode()).isEqualTo(507);
      String upload = client.create("film.mp4", LENGTH).headers().firstValue("Location").get();
      assertThat(client.patch(upload, 0, part(film, 0, PIECE)).statusCode()).isEqualTo(204);

      Path filler = inside(program).resolve("filler");
      fill(filler);
      HttpResponse<String> full = client.patch(upload, PIECE, part(film, PIECE, LENGTH));
      assertThat(full.statusCode()).isEqualTo(507);
      assertThat(full.body())
          .contains("/problems/no-space")
          .contains("goes on when there is space");
      long offset = offset(client, upload);
      assertThat(offset).isGreaterThanOrEqualTo(PIECE);

      Files.delete(filler);
      HttpResponse<String> last = client.patch(upload, offset, part(film, (int) offset, LENGTH));
      assertThat(last.statusCode()).isEqualTo(204);
      String id = upload.substring("/uploads/".length());
      program.await("the film", () -> UploadLedger.isTakenIn(client, id));
      String sha256 = LibraryFolder.sha256(film);
      Path stored =
          inside(program).resolve("library/files/" + sha256.substring(0, 2)).resolve(sha256);
      assertThat(LibraryFolder.sha256(Files.readAllBytes(stored))).isEqualTo(sha256);
    }
  }

  private String[] serve() {
    Path library = folder.resolve("disk/library");
    return new String[] {"serve", "--port", "0", "--library", library.toString()};
  }

  /** The disk as the program sees it. */
  private Path inside(Capsula program) {
    return Path.of("/proc/" + program.pid() + "/root" + folder.resolve("disk"));
  }

  private static void fill(Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static long offset(TusClient client, String upload) throws Exception {
    return Long.parseLong(client.head(upload).headers().firstValue("Upload-Offset").get());
  }

  private static byte[] part(byte[] film, int from, int to) {
    return Arrays.copyOfRange(film, from, to);
  }
}
