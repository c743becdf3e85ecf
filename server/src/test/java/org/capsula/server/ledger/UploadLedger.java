package org.capsula.server.ledger;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.entry.Tokens;
import org.capsula.pipeline.library.Library;

/**
 * One film on its way into the real program, which is killed or left at seeded bytes. What was
 * acknowledged is written down and compared with what the program says afterwards.
 */
final class UploadLedger implements AutoCloseable {
  private static final int LENGTH = 24_000_000;

  private final LibraryFolder library;
  private final SplittableRandom random;
  private final byte[] film = new byte[LENGTH];
  private final String token;
  private final List<String> faults = new ArrayList<>();
  private Capsula program;
  private TusClient client;
  private String upload;
  private long acknowledged;
  private int kills;
  private int cuts;

  private UploadLedger(Path folder, long seed) throws Exception {
    random = new SplittableRandom(seed);
    new Random(seed).nextBytes(film);
    byte[] head = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0};
    System.arraycopy(head, 0, film, 0, head.length);
    library = new LibraryFolder(folder);
    token = token(folder);
    program = serve();
    client = new TusClient(program.address(), token);
    upload = client.create("film.mp4", LENGTH).headers().firstValue("Location").orElseThrow();
  }

  /**
   * @param kills of the program
   * @param cuts of the connection, on the client's side
   */
  record Result(int kills, int cuts, List<String> faults) {}

  /** Until the film is in the library; the blows are spread over its bytes. */
  static Result run(Path folder, long seed, int kills, int cuts) throws Exception {
    try (UploadLedger ledger = new UploadLedger(folder, seed)) {
      ledger.send(kills, cuts);
      ledger.finish();
      return new Result(ledger.kills, ledger.cuts, ledger.faults);
    }
  }

  /** Of somebody who may upload into a library that is made here. */
  static String token(Path folder) throws Exception {
    Clock clock = Clock.systemUTC();
    try (Library library = Library.open(folder)) {
      String account =
          new Accounts(library.database(), clock)
              .add(new Accounts.NewAccount("ana", "Ana", Role.MEDIA))
              .id();
      return new Tokens(library.database(), clock).make(account, "ledger").secret().text();
    }
  }

  private Capsula serve() throws IOException {
    return Capsula.start("serve", "--port", "0", "--library", library.path().toString());
  }

  private void send(int wantedKills, int wantedCuts) throws Exception {
    int[] blows = random.ints(wantedKills + wantedCuts, 1, LENGTH).sorted().toArray();
    boolean[] kill = new boolean[blows.length];
    for (int left = wantedKills; left > 0; ) {
      int one = random.nextInt(blows.length);
      left -= kill[one] ? 0 : 1;
      kill[one] = true;
    }
    for (int i = 0; i < blows.length; i++) {
      acknowledge(Math.min(blows[i], acknowledged + random.nextInt(1, 200_000)));
      strike(blows[i], kill[i]);
    }
  }

  /**
   * Sends until that byte is answered for. A connection that was left may be heard by the program
   * only now: then it is asked again how far it is, as clients do.
   */
  private void acknowledge(long to) throws Exception {
    while (acknowledged < to) {
      byte[] piece = Arrays.copyOfRange(film, (int) acknowledged, (int) to);
      HttpResponse<String> answer = client.patch(upload, acknowledged, piece);
      switch (answer.statusCode()) {
        case 204 ->
            acknowledged =
                Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
        case 409, 423 -> resume(LENGTH);
        default ->
            throw new AssertionError(
                "a piece at " + acknowledged + " was answered " + answer.statusCode());
      }
    }
  }

  /** Sends up to that byte, and ends the program or the connection there. */
  private void strike(int at, boolean kill) throws Exception {
    int from = (int) acknowledged;
    TusClient.Event blow = kill ? program::kill : () -> {};
    client.patchPartly(
        upload, from, LENGTH - from, new TusClient.Sent(film, from, Math.max(from, at), blow));
    if (kill) {
      kills++;
      program = serve();
      client = new TusClient(program.address(), token);
    } else {
      cuts++;
    }
    resume(at);
  }

  /** What the program says now; it must not be less than what it had said. */
  private void resume(long sent) throws Exception {
    long offset = ask();
    long most = Math.max(acknowledged, sent);
    if (offset < acknowledged || offset > most) {
      faults.add(
          "%d was acknowledged, %d was sent, and now it is at %d"
              .formatted(acknowledged, most, offset));
    }
    acknowledged = offset;
  }

  /** When the connection that was left is noticed, another piece is taken: none of no bytes is. */
  private long ask() throws Exception {
    long before = -1;
    for (int tries = 0; tries < 2000; tries++) {
      HttpResponse<String> head = client.head(upload);
      if (head.statusCode() >= 500) {
        faults.add("asked how far it is, it answered " + head.statusCode());
      }
      long offset = Long.parseLong(head.headers().firstValue("Upload-Offset").orElse("-1"));
      HttpResponse<String> touch = client.patch(upload, offset, new byte[0]);
      if (touch.statusCode() >= 500) {
        faults.add("told to go on, it answered " + touch.statusCode());
      }
      if (touch.statusCode() == 204 && offset == before) {
        return offset;
      }
      before = touch.statusCode() == 204 ? offset : -1;
      Thread.sleep(2);
    }
    throw new AssertionError("it stays locked");
  }

  private void finish() throws Exception {
    acknowledge(LENGTH);
    String id = upload.substring("/uploads/".length());
    program.await("the film", () -> isTakenIn(client, id));
    program.stop();
    String sha256 = LibraryFolder.sha256(film);
    List<String> stored = library.files("files");
    if (!stored.equals(List.of("files/" + sha256.substring(0, 2) + "/" + sha256 + " " + LENGTH))) {
      faults.add("stored is " + stored + ", not " + sha256);
    }
    if (!library.files("uploads").isEmpty()) {
      faults.add("left over is " + library.files("uploads"));
    }
    int capsules = library.rows("SELECT 1 FROM capsule").size();
    if (capsules != 1) {
      faults.add(capsules + " capsules");
    }
  }

  static boolean isTakenIn(TusClient client, String id) {
    try {
      return client.upload(id).contains("\"state\":\"done\"");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
