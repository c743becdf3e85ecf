package org.capsula.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.capsula.pipeline.upload.UploadSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tus 1.0.0 asks of a server, over the wire. */
final class TusUploadsTest {
  private static final byte[] FILM = film(40_000);
  private static final UploadSettings SETTINGS =
      UploadSettings.DEFAULT.withLargest(1_000_000).withQuota(1_500_000).withCheckpoint(4096);

  @TempDir private Path folder;
  private UploadSite site;

  @BeforeEach
  void open() {
    site = new UploadSite(folder.resolve("library"), SETTINGS);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static byte[] film(int bytes) {
    byte[] film = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      film[i] = (byte) (i * 31 + i / 251);
    }
    byte[] head =
        "\0\0\0\u0018ftypisom\0\0\2\0isomiso2"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, film, 0, head.length);
    return film;
  }

  private static byte[] part(long from, long to) {
    return Arrays.copyOfRange(FILM, (int) from, (int) to);
  }

  private static String field(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(field(answer, "Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(field(answer, "Upload-Offset")).isEmpty();
    assertThat(field(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .contains("\"/problems/" + code + "\"")
        .contains("\"status\":" + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/uploads", "/uploads/0123456789abcdef"})
  void options_tellWhatTheServerCanDo(String address) throws Exception {
    HttpResponse<String> answer =
        site.ask(
            "OPTIONS", address, new byte[0], request -> request.setHeader("Tus-Resumable", ""));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(field(answer, "Tus-Version")).isEqualTo("1.0.0");
    assertThat(field(answer, "Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(field(answer, "Tus-Max-Size")).isEqualTo("1000000");
    assertThat(field(answer, "Tus-Extension"))
        .isEqualTo("creation,creation-with-upload,checksum,termination,expiration");
    assertThat(field(answer, "Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256");
  }

  @Test
  void createdUpload_isAtTheAddressThatWasTold() throws Exception {
    String metadata = "filename " + UploadSite.base64("Η πόρτα.mp4") + ",is_confidential";

    HttpResponse<String> created = site.create(40_000, metadata);
    HttpResponse<String> head = site.head(field(created, "Location"));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(field(created, "Location")).matches("/uploads/[0-9a-f]{32}");
    assertThat(field(created, "Upload-Expires")).isEqualTo("Mon, 30 Nov 2026 09:00:00 GMT");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(field(head, "Upload-Offset")).isEqualTo("0");
    assertThat(field(head, "Upload-Length")).isEqualTo("40000");
    assertThat(field(head, "Upload-Metadata")).isEqualTo(metadata);
    assertThat(field(head, "Cache-Control")).contains("no-store");
    assertThat(field(head, "Tus-Resumable")).isEqualTo("1.0.0");
  }

  @Test
  void pieces_areAcknowledgedAndAreTheFilm() throws Exception {
    String address = site.begin(FILM.length);
    site.clock.pass(Duration.ofDays(1));

    HttpResponse<String> first = site.patch(address, 0, part(0, 30_000));
    HttpResponse<String> last = site.patch(address, 30_000, part(30_000, 40_000));

    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(field(first, "Upload-Offset")).isEqualTo("30000");
    assertThat(field(first, "Upload-Expires")).isEqualTo("Tue, 01 Dec 2026 09:00:00 GMT");
    assertThat(field(last, "Upload-Offset")).isEqualTo("40000");
    assertThat(field(last, "Upload-Expires")).isEmpty();
    assertThat(stored(address)).isEqualTo(FILM);
  }

  /** What the upload became. */
  private byte[] stored(String address) throws Exception {
    String id = address.substring(address.lastIndexOf('/') + 1);
    String json = "";
    for (int asked = 0; asked < 10_000 && !json.contains("\"state\":\"done\""); asked++) {
      assertThat(json).doesNotContain("refused").doesNotContain("known");
      json = site.ask("GET", "/api/uploads/" + id, new byte[0], request -> request).body();
    }
    assertThat(json).contains("\"state\":\"done\"");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(FILM);
    return Files.readAllBytes(site.library.storage().file(HexFormat.of().formatHex(digest)));
  }

  @Test
  void createdWithItsFirstPiece_isThatFar() throws Exception {
    HttpResponse<String> created = createWith(part(0, 5000), request -> request);

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(field(created, "Upload-Offset")).isEqualTo("5000");
    assertThat(site.offset(field(created, "Location"))).isEqualTo(5000);
  }

  private HttpResponse<String> createWith(byte[] piece, UnaryOperator<HttpRequest.Builder> more)
      throws IOException, InterruptedException {
    return site.ask(
        "POST",
        "/uploads",
        piece,
        request ->
            more.apply(
                request
                    .setHeader("Upload-Length", Integer.toString(FILM.length))
                    .setHeader("Content-Type", "application/offset+octet-stream")));
  }

  @Test
  void createdWithAPieceThatIsAnother_isNotCreated() throws Exception {
    HttpResponse<String> answer =
        createWith(part(0, 5000), request -> checksum(request, "SHA-1", part(1, 5000)));

    refused(answer, 460, "upload-checksum");
    assertThat(site.ask("GET", "/api/uploads", new byte[0], request -> request).body())
        .isEqualTo("{\"items\":[]}");
  }

  private static String sum(String algorithm, byte[] bytes) throws Exception {
    String name = algorithm.equals("SHA-1") ? "sha1 " : "sha256 ";
    byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
    return name + Base64.getEncoder().encodeToString(digest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA-1", "SHA-256"})
  void checksums_decideWhetherAPieceCounts(String algorithm) throws Exception {
    String address = site.begin(FILM.length);

    HttpResponse<String> right =
        site.patch(address, 0, part(0, 9000), r -> checksum(r, algorithm, part(0, 9000)));
    HttpResponse<String> wrong =
        site.patch(address, 9000, part(9000, 20_000), r -> checksum(r, algorithm, part(0, 9000)));

    assertThat(right.statusCode()).isEqualTo(204);
    refused(wrong, 460, "upload-checksum");
    assertThat(site.offset(address)).isEqualTo(9000);
  }

  private static HttpRequest.Builder checksum(
      HttpRequest.Builder request, String algorithm, byte[] bytes) {
    try {
      return request.setHeader("Upload-Checksum", sum(algorithm, bytes));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "md5 AAAA, 400",
    "sha1, 400",
    "sha1 not-base64!, 400",
    "sha256 AAAA, 460",
  })
  void checksumThatIsNone_isRefused(String field, int status) throws Exception {
    String address = site.begin(FILM.length);

    HttpResponse<String> answer =
        site.patch(
            address, 0, part(0, 100), request -> request.setHeader("Upload-Checksum", field));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(site.offset(address)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD", "PATCH", "DELETE"})
  void otherVersion_isRefusedAndNothingIsDone(String method) throws Exception {
    String address = site.begin(FILM.length);

    HttpResponse<String> answer =
        site.ask(
            method,
            method.equals("POST") ? "/uploads" : address,
            new byte[0],
            request ->
                request
                    .setHeader("Tus-Resumable", "0.2.2")
                    .setHeader("Upload-Offset", "0")
                    .setHeader("Upload-Length", "10")
                    .setHeader("Content-Type", "application/offset+octet-stream"));

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(field(answer, "Tus-Version")).isEqualTo("1.0.0");
    assertThat(site.offset(address)).isZero();
  }

  @Test
  void pieces_thatAreNone_areRefused() throws Exception {
    String address = site.begin(FILM.length);
    site.patch(address, 0, part(0, 1000));
    UnaryOperator<HttpRequest.Builder> text = r -> r.setHeader("Content-Type", "text/plain");
    UnaryOperator<HttpRequest.Builder> nowhere = r -> r.setHeader("Upload-Offset", "-1");

    refused(site.patch(address, 1000, part(0, 10), text), 415, "media-type-unknown");
    refused(site.patch(address, 1000, part(0, 10), nowhere), 400, "invalid");
    refused(site.patch(address, 999, part(0, 10)), 409, "upload-offset");
    refused(site.patch(address, 1001, part(0, 10)), 409, "upload-offset");
    refused(site.patch(address, 1000, new byte[39_001]), 413, "too-large");
    refused(site.patch("/uploads/nothing", 0, part(0, 10)), 404, "not-found");
    assertThat(site.offset(address)).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1e3", "ten"})
  void uploadWithoutALength_isRefused(String length) throws Exception {
    HttpResponse<String> answer =
        site.ask(
            "POST", "/uploads", new byte[0], request -> request.setHeader("Upload-Length", length));

    refused(answer, 400, "invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999999999999999999", "99999999999999999999999999"})
  void uploadLongerThanAnyDisk_isTooLarge(String length) throws Exception {
    HttpResponse<String> answer =
        site.ask(
            "POST", "/uploads", new byte[0], request -> request.setHeader("Upload-Length", length));

    refused(answer, 413, "too-large");
  }

  @Test
  void uploadForACapsuleThatThereIsNot_isRefusedBeforeItTravels() throws Exception {
    String metadata =
        "filename " + UploadSite.base64("a.mp4") + ",replaces " + UploadSite.base64("nothing");

    refused(site.create(FILM.length, metadata), 409, "capsule-gone");
  }

  @Test
  void methodOfAClientThatCannotSendIt_isThatMethod() throws Exception {
    String address = site.begin(FILM.length);

    HttpResponse<String> piece = override("PATCH", address, part(0, 1000));
    assertThat(piece.statusCode()).isEqualTo(204);
    assertThat(field(piece, "Upload-Offset")).isEqualTo("1000");
    refused(override("PUT", address, part(0, 1000)), 400, "invalid");
    assertThat(site.offset(address)).isEqualTo(1000);
    assertThat(override("DELETE", address, new byte[0]).statusCode()).isEqualTo(204);
    assertThat(site.head(address).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> override(String method, String address, byte[] piece)
      throws IOException, InterruptedException {
    return site.ask(
        "POST",
        address,
        piece,
        request ->
            request
                .setHeader("X-HTTP-Method-Override", method)
                .setHeader("Content-Type", "application/offset+octet-stream")
                .setHeader("Upload-Offset", "0"));
  }

  @ParameterizedTest
  @CsvSource({"DELETE, /uploads, 405", "GET, /uploads/0123, 405", "HEAD, /uploads/0123, 404"})
  void answersOfTheDoor_sayWhichVersionTheySpeak(String method, String address, int status)
      throws Exception {
    HttpResponse<String> answer = site.ask(method, address, new byte[0], request -> request);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("Tus-Resumable")).containsExactly("1.0.0");
  }

  @Test
  void whoeverIsNobody_isToldTheVersionToo() throws Exception {
    HttpResponse<String> answer =
        site.ask("POST", "/uploads", new byte[0], request -> request.setHeader("X-Who", "nobody"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("Tus-Resumable")).containsExactly("1.0.0");
  }

  @Test
  void uploadThatThereIsNoRoomFor_isRefused() throws Exception {
    site.begin(1_000_000);

    refused(site.create(1_000_001, ""), 413, "too-large");
    refused(site.create(500_001, ""), 507, "quota");
  }

  @Test
  void uploadOfSomebodyElse_isNotThere() throws Exception {
    String address = site.begin(FILM.length);
    UnaryOperator<HttpRequest.Builder> bea = request -> request.setHeader("X-Who", "bea");
    UnaryOperator<HttpRequest.Builder> admin = request -> request.setHeader("X-Who", "admin");

    assertThat(site.ask("HEAD", address, new byte[0], bea).statusCode()).isEqualTo(404);
    refused(site.patch(address, 0, part(0, 10), bea), 404, "not-found");
    refused(site.ask("DELETE", address, new byte[0], bea), 404, "not-found");
    assertThat(site.ask("DELETE", address, new byte[0], admin).statusCode()).isEqualTo(204);
  }

  @Test
  void endedUpload_isGone() throws Exception {
    String address = site.begin(FILM.length);
    site.patch(address, 0, part(0, 1000));

    HttpResponse<String> answer = site.ask("DELETE", address, new byte[0], request -> request);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(site.head(address).statusCode()).isEqualTo(404);
    assertThat(field(site.head(address), "Upload-Offset")).isEmpty();
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(site.library.storage().uploads())) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void uploadThatWaitedTooLong_isGoneWithItsBytes() throws Exception {
    String address = site.begin(FILM.length);
    site.patch(address, 0, part(0, 1000));

    site.clock.pass(Duration.ofDays(7));

    assertThat(site.head(address).statusCode()).isEqualTo(410);
    refused(site.patch(address, 1000, part(1000, 2000)), 410, "gone");
    site.clock.pass(Duration.ofSeconds(1));
    site.begin(10);
    assertThat(site.head(address).statusCode()).isEqualTo(404);
    assertThat(files()).isEmpty();
  }

  @Test
  void connectionsThatBreak_loseNothingThatWasAcknowledged() throws Exception {
    SplittableRandom random = new SplittableRandom(Long.getLong("uploads.seed", 1));
    String address = site.begin(FILM.length);
    long acknowledged = 0;
    while (acknowledged < FILM.length) {
      long cut = Math.min(FILM.length, acknowledged + 1 + random.nextInt(6000));
      site.patchAndHangUp(
          address, acknowledged, FILM.length - acknowledged, part(acknowledged, cut));
      long now = settled(address, acknowledged, cut);
      assertThat(now).isBetween(acknowledged, cut);
      acknowledged = now;
    }
    assertThat(stored(address)).isEqualTo(FILM);
  }

  /** The server learns of a hang-up when it reads; until then the upload is locked. */
  private long settled(String address, long before, long sent) throws Exception {
    long offset = site.offset(address);
    for (int i = 0; i < 200 && offset < sent; i++) {
      Thread.sleep(5);
      offset = site.offset(address);
    }
    assertThat(offset).isGreaterThanOrEqualTo(before);
    return offset;
  }

  @Test
  void fiftyPiecesAtOnce_haveOneWinner() throws Exception {
    String address = site.begin(FILM.length);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(50);
    List<Future<Integer>> racing = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      racing.add(
          threads.submit(
              () -> {
                start.await();
                return site.patch(address, 0, part(0, 20_000)).statusCode();
              }));
    }
    start.countDown();
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> one : racing) {
      statuses.add(one.get());
    }
    threads.shutdown();

    assertThat(statuses)
        .containsOnlyOnce(204)
        .allMatch(status -> List.of(204, 409, 423).contains(status));
    assertThat(site.offset(address)).isEqualTo(20_000);
  }

  static Stream<String> hostileMetadata() {
    String name = "filename ";
    return Stream.of(
        name + UploadSite.base64("../../../etc/cron.d/evil.mp4"),
        name + UploadSite.base64("a\r\nSet-Cookie: stolen=1\r\n\r\n<script>.mp4"),
        name + UploadSite.base64("a\0b.mp4"),
        name + UploadSite.base64("gpm.\u202Eexe.mp4"),
        name + UploadSite.base64("CON.mp4") + ",replaces " + UploadSite.base64("../x"),
        name + UploadSite.base64("a".repeat(2900)),
        name + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xfe, 0}),
        "name " + UploadSite.base64("/dev/null"),
        "filename",
        "fingerprint " + UploadSite.base64("' OR 1=1; DROP TABLE upload; --"));
  }

  @ParameterizedTest
  @MethodSource("hostileMetadata")
  void hostileMetadata_reachesNoPathAndNoField(String metadata) throws Exception {
    HttpResponse<String> created = site.create(10, metadata);
    String address = field(created, "Location");
    site.patch(address, 0, part(0, 4));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(address).matches("/uploads/[0-9a-f]{32}");
    assertThat(field(created, "Set-Cookie")).isEmpty();
    assertThat(field(site.head(address), "Upload-Metadata")).isEqualTo(metadata);
    String id = address.substring("/uploads/".length());
    Path uploads = site.library.storage().uploads();
    assertThat(files()).containsExactly(uploads.resolve(id).resolve("footage"));
    String told = site.ask("GET", "/api/uploads/" + id, new byte[0], request -> request).body();
    assertThat(told).doesNotContain("\\u0000", "\\r", "\\n", "\u202E", "../");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filename not-base64!",
        "filename YQ== YQ==",
        "filename YQ==,filename YQ==",
        ",",
        "filename YQ==,,x",
        " ,a"
      })
  void metadataThatAreNone_areRefused(String metadata) throws Exception {
    refused(site.create(10, metadata), 400, "invalid");
  }

  @Test
  void endlessMetadata_areRefused() throws Exception {
    assertThat(site.create(10, "k".repeat(65) + " YQ==").statusCode()).isEqualTo(400);
    assertThat(site.create(10, "filename " + "YWFh".repeat(1100)).statusCode()).isEqualTo(400);
    assertThat(site.create(10, "k".repeat(64 * 1024) + " YQ==").statusCode()).isEqualTo(431);
  }
}
