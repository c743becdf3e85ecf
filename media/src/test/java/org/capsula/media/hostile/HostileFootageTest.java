package org.capsula.media.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.capsula.media.SharedData;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.decoder.Production;
import org.capsula.media.probe.Chapter;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files made to harm whoever opens them, given to one decoder process after another, past the look
 * at their type that footage gets before. A file that nobody may read lies beside them, and a
 * listener that nobody may call.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileFootageTest {
  private static final Path CANARY = SharedData.film("with-chapters.mp4");
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  @TempDir static Path shared;
  private static DecoderProcess decoder;
  private static List<Chapter> canaryChapters = List.of();

  @TempDir Path folder;
  private Path canary;
  private ServerSocket listener;
  private final AtomicInteger calls = new AtomicInteger();

  @BeforeAll
  static void startDecoder() throws UnreadableMediaException {
    decoder = DecoderProcess.start(shared);
    canaryChapters = decoder.inspect(CANARY, Trim.NONE).chapters();
  }

  @AfterAll
  static void endDecoder() {
    decoder.close();
  }

  @BeforeEach
  void layTheBait() throws IOException {
    canary = Files.copy(CANARY, folder.resolve("canary.mp4"));
    // Older than its last change, so that a disk with relatime notes the next reading.
    Files.setAttribute(canary, "lastAccessTime", LONG_AGO);
    listener = new ServerSocket(0, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread answering = new Thread(this::hangUpOnEveryCaller, "listener");
    answering.setDaemon(true);
    answering.start();
  }

  private void hangUpOnEveryCaller() {
    while (true) {
      try {
        Socket caller = listener.accept();
        calls.incrementAndGet();
        caller.close();
      } catch (IOException e) {
        return;
      }
    }
  }

  @AfterEach
  void takeItIn() throws IOException {
    listener.close();
  }

  @Test
  void canary_whenRead_tellsOfIt() throws Exception {
    MediaInfo seen = decoder.inspect(canary, Trim.NONE);

    assertThat(seen.chapters()).isNotEmpty().isEqualTo(canaryChapters);
    assertThat(lastRead()).isAfter(LONG_AGO.toInstant());
  }

  static Stream<String> scripts() {
    return Scripts.ALL.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void script_underAFilmsName_opensNothing(String script) throws Exception {
    for (String target : new String[] {canary.toString(), "canary.mp4", address()}) {
      for (String name : new String[] {"film.mp4", "film.mov", "film.mkv", "film.ts", "film.avi"}) {
        String text = Scripts.ALL.get(script).replace("TARGET", target);
        assertRefused("footage-unreadable", Files.writeString(folder.resolve(name), text));
      }
    }
    assertUntouched();
  }

  enum Reference {
    DATA_IN_ANOTHER_FILE {
      @Override
      byte[] film(String path, String address) {
        return Movies.inAnotherFile(path, address);
      }
    },
    MOVIE_ELSEWHERE {
      @Override
      byte[] film(String path, String address) {
        return Movies.thatRefers(address);
      }
    },
    LINKED_SEGMENTS {
      @Override
      byte[] film(String path, String address) {
        return Matroskas.linkedTo(path, address);
      }
    };

    abstract byte[] film(String path, String address);
  }

  @ParameterizedTest
  @EnumSource
  void reference_toAnotherFile_isNotFollowed(Reference reference) throws Exception {
    for (String path : new String[] {canary.toString(), "canary.mp4"}) {
      assertEnds(Files.write(folder.resolve("film.mov"), reference.film(path, address())));
    }
    assertUntouched();
  }

  @Test
  void picture_declaringGigabytes_isRefused() throws Exception {
    assertRefused("footage-unreadable", write("png.mp4", PixelBombs.png()));
    byte[] hevc = PixelBombs.hevc(folder);
    for (Path bomb :
        new Path[] {
          write("bomb.h264", PixelBombs.h264()),
          write("bomb.hevc", hevc),
          Muxed.write(
              folder.resolve("h264.ts"), "mpegts", avcodec.AV_CODEC_ID_H264, PixelBombs.h264(), 0),
          Muxed.write(folder.resolve("hevc.ts"), "mpegts", avcodec.AV_CODEC_ID_HEVC, hevc, 0)
        }) {
      assertRefused("no-decodable-track", bomb);
    }
    assertModest();
  }

  /** What the container says is harmless: only whoever decodes a picture learns its size. */
  @Test
  void picture_declaringGigabytesBehindItsContainersBack_isNotDecoded() throws Exception {
    for (Path bomb :
        new Path[] {
          Muxed.write(
              folder.resolve("png.mov"), "mov", avcodec.AV_CODEC_ID_PNG, PixelBombs.png(), 0, 40),
          write("vp9.mkv", Matroskas.of("V_VP9", PixelBombs.vp9())),
          write("av1.mkv", Matroskas.of("V_AV1", PixelBombs.av1()))
        }) {
      assertThat(assertEnds(bomb)).contains("video-not-decodable");
    }
    assertModest();
  }

  @Test
  void hundredThousandTracks_areNotCounted() throws Exception {
    assertRefused("limit-memory", write("film.mov", Movies.ofManyTracks(100_000)));
    assertThat(assertEnds(write("film.mkv", Matroskas.ofManyTracks(100_000))))
        .contains("track-not-used");
    assertRefused("no-decodable-track", write("film.ts", Streams.transport()));
    assertModest();
  }

  @Test
  void endlessDuration_isRefused() throws Exception {
    assertRefused("too-long", write("hours.mov", Movies.ofTwentyHours()));
    assertRefused("too-long", write("edits.mov", Movies.ofRepeatingEdits()));
    assertRefused("too-long", write("film.avi", Streams.avi()));
  }

  /** The header's word does not count where the file ends before. */
  @Test
  void endlessDurationOfLittle_isAsLongAsItIs() throws Exception {
    for (Path film :
        new Path[] {
          write("endless.mov", Movies.ofEndlessSamples()),
          write("film.wav", Streams.wave()),
          write("film.flac", Streams.flac())
        }) {
      assertThat(decoder.inspect(film, Trim.NONE).duration()).isLessThan(Duration.ofSeconds(2));
      assertEnds(film);
    }
  }

  @Test
  void boxesAndChaptersWithoutEnd_end() throws Exception {
    assertRefused("footage-unreadable", write("deep.mov", Movies.ofDeepBoxes(100_000)));
    assertEnds(write("deep.mkv", Matroskas.ofDeepChapters(100_000)));
    assertEnds(write("chapters.mkv", Matroskas.ofManyChapters(100_000)));
  }

  /** The builders make films where nothing is wrong: what is refused is refused for its fault. */
  @Test
  void sameContainers_withoutTheFault_areFilms() throws Exception {
    for (Path film :
        new Path[] {
          write("honest.mov", Movies.honest()),
          write("honest.mkv", Matroskas.of("V_MJPEG", Movies.jpeg()))
        }) {
      assertThat(assertEnds(film)).isEqualTo("no-audio");
    }
  }

  private void assertRefused(String code, Path footage) throws Exception {
    assertThat(assertEnds(footage)).as(footage.getFileName().toString()).isEqualTo(code);
  }

  /**
   * Ends within the time, counted as computing so that a busy machine changes nothing, and the
   * process goes on to the next.
   *
   * @return the code of the refusal, or those of all findings
   */
  private String assertEnds(Path footage) throws Exception {
    Duration begin = decoder.use().cpu();
    String outcome;
    try {
      outcome = codes(footage);
    } catch (UnreadableMediaException e) {
      outcome = e.code();
    }
    assertThat(decoder.handle().isAlive()).isTrue();
    assertThat(decoder.use().cpu().minus(begin)).isLessThan(LONGEST);
    return outcome;
  }

  private String codes(Path footage) throws Exception {
    MediaInfo info = decoder.inspect(footage, Trim.NONE);
    // The canary is not what was shown in its place.
    assertThat(info.chapters()).doesNotContainAnyElementsOf(canaryChapters);
    Path target = Files.createTempDirectory(folder, "tracks");
    var result = decoder.transcode(Production.job(footage, target, info, Trim.NONE, 180), t -> {});
    return String.join(
        " ",
        Stream.concat(info.findings().stream(), result.findings().stream())
            .map(finding -> finding.code())
            .toList());
  }

  private void assertUntouched() throws IOException {
    assertThat(calls).hasValue(0);
    assertThat(lastRead()).isEqualTo(LONG_AGO.toInstant());
  }

  /** As much as an honest film of this size, and far from what was declared. */
  private static void assertModest() {
    assertThat(decoder.use().peakMemoryBytes()).isLessThan(700_000_000);
  }

  private Instant lastRead() throws IOException {
    return ((FileTime) Files.getAttribute(canary, "lastAccessTime")).toInstant();
  }

  private String address() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/canary.mp4";
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
