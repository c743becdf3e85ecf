package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.capsula.media.SharedData;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.Film.Packet;
import org.capsula.media.ffmpeg.Film.Track;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.ladder.Rung;
import org.capsula.media.sound.Loudness;
import org.capsula.media.sound.ProgrammeLoudness;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.media.transcode.TextTrack;
import org.capsula.media.transcode.TextTrack.Sample;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first quarter of a minute of a trailer, which begins black, put through once. */
class CapsuleTest {
  private static final Duration LENGTH = Duration.ofSeconds(15);
  private static final int FRAMES = 15 * 24;

  @TempDir static Path folder;
  private static Production capsule;

  @BeforeAll
  static void produce() throws Exception {
    capsule =
        Production.of(
            SharedData.film("sintel-trailer-720p.mp4"), folder, new Trim(Duration.ZERO, LENGTH));
  }

  @Test
  void folder_afterOnePass_holdsEveryFileAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(capsule.job().directory())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "video-720.mp4",
              "video-540.mp4",
              "video-360.mp4",
              "video-234.mp4",
              "audio.mp4",
              "poster.jpg",
              "storyboard.jpg",
              "waveform.json");
    }
  }

  @Test
  void decoders_thatReturnedPictures_areOne() {
    assertThat(capsule.result().videoDecoders()).isEqualTo(1);
    assertThat(capsule.result().findings()).isEmpty();
  }

  @Test
  void rungs_asTheyCameOut_haveTheirSizeRateAndLength() {
    for (Rung rung : capsule.job().rungs()) {
      Film film = new Film(capsule.video(rung));
      assertThat(film.tracks())
          .extracting(Track::codec, Track::width, Track::height)
          .containsExactly(tuple("h264", rung.width(), rung.height()));
      assertThat(film.pictures()).isCloseTo(FRAMES, within(1));
      double[] times = film.packets().stream().mapToDouble(Packet::seconds).sorted().toArray();
      for (int i = 0; i < times.length; i++) {
        assertThat(times[i]).isCloseTo(i / 24.0, within(0.001));
      }
    }
  }

  @Test
  void segments_ofAllRungs_beginAtTheSameTimes() throws IOException {
    List<Segment> first = capsule.index("video-720.mp4").segments();

    assertThat(first).extracting(Segment::seconds).containsExactly(2.0, 4.0, 4.0, 4.0, 1.0);
    for (Rung rung : capsule.job().rungs()) {
      List<Segment> segments =
          capsule.index(capsule.video(rung).getFileName().toString()).segments();
      assertThat(segments)
          .extracting(Segment::seconds)
          .isEqualTo(first.stream().map(Segment::seconds).toList());
      assertThat(segments)
          .extracting(Segment::start)
          .isEqualTo(first.stream().map(Segment::start).toList());
    }
  }

  @Test
  void segments_ofEveryTrack_tileItsFile() throws IOException {
    for (String name : List.of("video-720.mp4", "video-234.mp4", "audio.mp4")) {
      TrackIndex index = capsule.index(name);
      long at = index.initLength();
      double time = 0;
      for (Segment segment : index.segments()) {
        assertThat(segment.offset()).as(name).isEqualTo(at);
        assertThat(segment.start()).as(name).isCloseTo(time, within(1e-9));
        at += segment.length();
        time += segment.seconds();
      }
      assertThat(at).as(name).isEqualTo(Files.size(capsule.file(name)));
      assertThat(index.seconds()).as(name).isCloseTo(15, within(1 / 24.0));
    }
  }

  @Test
  void soundSegments_lieWithinAFrameOfThePictures() throws IOException {
    List<Segment> pictures = capsule.index("video-720.mp4").segments();
    List<Segment> sound = capsule.index("audio.mp4").segments();

    assertThat(sound).hasSameSizeAs(pictures);
    for (int i = 0; i < sound.size(); i++) {
      assertThat(sound.get(i).start()).isCloseTo(pictures.get(i).start(), within(1024.0 / 48_000));
    }
  }

  @Test
  void codecs_ofEveryTrack_areNamedByRfc6381() throws IOException {
    assertThat(capsule.index("video-720.mp4"))
        .extracting(TrackIndex::codec, TrackIndex::width, TrackIndex::height)
        .containsExactly("avc1.64001f", 1280, 720);
    assertThat(capsule.index("video-234.mp4").codec()).isEqualTo("avc1.64000d");
    assertThat(capsule.index("audio.mp4"))
        .extracting(TrackIndex::codec, TrackIndex::width, TrackIndex::height)
        .containsExactly("mp4a.40.2", 0, 0);
  }

  @Test
  void everySegment_beginsWithAKeyFrame() throws IOException {
    for (Rung rung : capsule.job().rungs()) {
      List<Packet> packets = new Film(capsule.video(rung)).packets();
      for (Segment segment :
          capsule.index(capsule.video(rung).getFileName().toString()).segments()) {
        Packet first =
            packets.stream()
                .filter(packet -> packet.position() >= segment.offset())
                .findFirst()
                .orElseThrow();
        assertThat(first.key()).isTrue();
        assertThat(first.position()).isLessThan(segment.offset() + segment.length());
        assertThat(first.seconds()).isCloseTo(segment.start(), within(0.001));
        assertThat(segment.offset() + segment.keyLength())
            .isEqualTo(first.position() + first.bytes().limit());
      }
      // One every two seconds, at the same frames in every rung.
      assertThat(packets.stream().filter(Packet::key).map(packet -> Math.round(packet.seconds())))
          .containsExactly(0L, 2L, 4L, 6L, 8L, 10L, 12L, 14L);
    }
  }

  @Test
  void bitRate_ofEveryRung_staysBelowItsCap() throws IOException {
    for (Rung rung : capsule.job().rungs()) {
      TrackIndex index = capsule.index(capsule.video(rung).getFileName().toString());
      assertThat(index.averageBandwidth()).isBetween(20_000L, (long) rung.maxBitrate());
    }
  }

  @Test
  void pictureAndSound_beginAt0() {
    for (String name : List.of("video-720.mp4", "video-234.mp4", "audio.mp4")) {
      double first =
          new Film(capsule.file(name))
              .packets().stream().mapToDouble(Packet::seconds).min().orElseThrow();
      assertThat(first).as(name).isCloseTo(0, within(0.025));
    }
  }

  /** The decoded sound itself must lie where the footage's lies, not only its first time stamp. */
  @Test
  void sound_asEncoded_isInStepWithTheFootage() {
    Film encoded = new Film(capsule.file("audio.mp4"));
    float[] footage = new Film(SharedData.film("sintel-trailer-720p.mp4")).sound()[0];
    double start = encoded.packets().get(0).seconds();

    assertThat(start * 48_000 + lag(footage, encoded.sound()[0])).isCloseTo(0, within(48.0));
  }

  @Test
  void loudness_ofTheEncodedSound_isTheTarget() {
    Loudness output = Objects.requireNonNull(capsule.result().output());
    double decoded = ProgrammeLoudness.of(new Film(capsule.file("audio.mp4")).sound());

    assertThat(decoded).isCloseTo(Loudness.TARGET_LUFS, within(0.5));
    assertThat(output.integratedLufs()).isCloseTo(decoded, within(0.3));
    assertThat(output.truePeakDbtp()).isLessThanOrEqualTo(Loudness.MAX_TRUE_PEAK_DBTP);
  }

  @Test
  void sound_asEncoded_isStereoAt48KilohertzAndAsLongAsThePicture() {
    assertThat(new Film(capsule.file("audio.mp4")).sound()[0].length / 48_000.0)
        .isCloseTo(15, within(1 / 24.0));
  }

  @Test
  void poster_ofAFilmThatBeginsBlack_isABrighterFrameInFullSize() {
    Film poster = new Film(capsule.file("poster.jpg"));

    assertThat(poster.tracks().get(0))
        .extracting(Track::width, Track::height)
        .containsExactly(1280, 720);
    assertThat(mean(new Film(capsule.file("video-234.mp4")).luma(0, 64, 36)))
        .as("the first shot")
        .isLessThan(20);
    assertThat(mean(poster.luma(0, 64, 36))).isBetween(50.0, 200.0);
  }

  @Test
  void storyboard_asPlanned_showsTheFilmInOrder() {
    StoryboardPlan plan = capsule.job().storyboard();
    Film sheet = new Film(capsule.file("storyboard.jpg"));

    assertThat(plan).isEqualTo(new StoryboardPlan(Duration.ofSeconds(1), 15, 10, 160, 90));
    assertThat(sheet.tracks().get(0))
        .extracting(Track::width, Track::height)
        .containsExactly(1600, 180);
    int[][] all = sheet.luma(0, 1600, 180);
    for (int i : new int[] {6, 9, 10, 14}) {
      int[][] thumbnail = part(all, i % 10 * 160, i / 10 * 90);
      int[][] shown = new Film(capsule.file("video-234.mp4")).luma(i, 160, 90);
      assertThat(difference(thumbnail, shown)).as("thumbnail " + i).isLessThan(12);
    }
    // The last row is shorter.
    assertThat(mean(part(all, 5 * 160, 90))).isLessThan(20);
  }

  @Test
  void waveform_hasTenPixelsASecond() throws IOException {
    assertThat(Files.readString(capsule.file("waveform.json")))
        .containsPattern("\"length\":15[01],");
  }

  @Test
  void download_withTwoLanguages_copiesTheStreamsAndShowsEveryText() throws Exception {
    Path target = folder.resolve("download.mp4");
    TextTrack greek =
        new TextTrack(
            "el",
            "Ελληνικά",
            List.of(
                sample(1000, 2500, "Καλημέρα"),
                sample(2500, 4000, "Τι κάνετε;\nΚαλά."),
                sample(6000, 7000, "Αντίο")));
    TextTrack french =
        new TextTrack("fr", "Français", List.of(sample(0, 1000, "Bonjour, ça va ?")));
    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createTempDirectory(folder, "remux"))) {
      decoder.remux(
          new RemuxJob(
              capsule.file("video-540.mp4"),
              capsule.file("audio.mp4"),
              List.of(greek, french),
              target));
    }
    Film film = new Film(target);
    List<Packet> packets = film.packets();

    assertThat(film.tracks())
        .extracting(Track::codec, Track::language)
        .containsExactly(
            tuple("h264", "und"),
            tuple("aac", "und"),
            tuple("mov_text", "ell"),
            tuple("mov_text", "fra"));
    assertThat(texts(packets, 2))
        .containsExactly(
            "0.0+1.0 ",
            "1.0+1.5 Καλημέρα",
            "2.5+1.5 Τι κάνετε;\nΚαλά.",
            "4.0+2.0 ",
            "6.0+1.0 Αντίο");
    assertThat(texts(packets, 3)).containsExactly("0.0+1.0 Bonjour, ça va ?");
    assertThat(bytes(packets, 0))
        .isEqualTo(bytes(new Film(capsule.file("video-540.mp4")).packets(), 0));
    assertThat(bytes(packets, 1))
        .isEqualTo(bytes(new Film(capsule.file("audio.mp4")).packets(), 0));
    assertThat(
            packets.stream()
                .filter(packet -> packet.stream() == 0)
                .mapToDouble(Packet::seconds)
                .min())
        .hasValueCloseTo(0.0, within(0.025));
    String boxes = new String(Files.readAllBytes(target), StandardCharsets.ISO_8859_1);
    assertThat(boxes.indexOf("moov")).isPositive().isLessThan(boxes.indexOf("mdat"));
  }

  private static Sample sample(long start, long end, String text) {
    return new Sample(Duration.ofMillis(start), Duration.ofMillis(end), text);
  }

  /** A tx3g sample is its text's length in two bytes, then the text. */
  private static List<String> texts(List<Packet> packets, int stream) {
    return packets.stream()
        .filter(packet -> packet.stream() == stream)
        .map(packet -> "%s+%s %s".formatted(packet.seconds(), packet.duration(), text(packet)))
        .toList();
  }

  private static String text(Packet packet) {
    return StandardCharsets.UTF_8
        .decode(packet.bytes().slice(2, packet.bytes().capacity() - 2))
        .toString();
  }

  private static List<ByteBuffer> bytes(List<Packet> packets, int stream) {
    return packets.stream().filter(packet -> packet.stream() == stream).map(Packet::bytes).toList();
  }

  /** By how many samples the second lies behind the first, from the loudest second of the film. */
  private static int lag(float[] footage, float[] encoded) {
    int from = 48_000 * 8;
    int best = 0;
    double bestSum = 0;
    for (int lag = -4800; lag <= 4800; lag += 2) {
      double sum = 0;
      for (int i = from; i < from + 48_000 * 2; i += 3) {
        sum += footage[i] * encoded[i + lag];
      }
      if (sum > bestSum) {
        bestSum = sum;
        best = lag;
      }
    }
    assertThat(bestSum).as("likeness").isPositive();
    return best;
  }

  private static int[][] part(int[][] sheet, int x, int y) {
    int[][] part = new int[90][];
    for (int row = 0; row < 90; row++) {
      part[row] = Arrays.copyOfRange(sheet[y + row], x, x + 160);
    }
    return part;
  }

  static double mean(int[][] luma) {
    return Arrays.stream(luma).flatMapToInt(Arrays::stream).average().orElseThrow();
  }

  /** Mean absolute difference. */
  static double difference(int[][] a, int[][] b) {
    double sum = 0;
    for (int y = 0; y < a.length; y++) {
      for (int x = 0; x < a[0].length; x++) {
        sum += Math.abs(a[y][x] - b[y][x]);
      }
    }
    return sum / a.length / a[0].length;
  }
}
