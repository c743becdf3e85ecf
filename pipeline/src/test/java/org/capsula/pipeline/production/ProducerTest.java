package org.capsula.pipeline.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.SharedData;
import org.capsula.pipeline.intake.CueCount;
import org.capsula.pipeline.intake.SubtitleInput;
import org.capsula.pipeline.production.Progress.Step;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Report;
import org.capsula.subtitles.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe on real footage with the real decoder process. */
final class ProducerTest {
  private static final Trim FROM_10_TO_16 =
      new Trim(Duration.ofSeconds(10), Duration.ofSeconds(16));

  @TempDir private static Path shared;
  private static Path folder;
  private static Report report;
  private static final List<Integer> PERCENTS = new ArrayList<>();

  @TempDir private Path temporary;

  @BeforeAll
  static void produceOnce() throws IOException {
    Path subtitles = shared.resolve("film.el.srt");
    Files.writeString(
        subtitles,
        "1\n00:00:08,000 --> 00:00:12,000\nΚαλημέρα & <καλή> τύχη\n\n2\n00:00:30,000 --> 00:00:31,000\nάλλο\n");
    Path chapters = shared.resolve("film.fr.chapters.vtt");
    Files.writeString(
        chapters,
        "WEBVTT\n\n00:10.000 --> 00:13.000\nArrivée\n\n00:13.000 --> 00:16.000\nLe plan\n");
    folder = shared.resolve("out/film");
    Order order =
        new Order(
            sintel(),
            List.of(
                new SubtitleInput(subtitles, "el", Role.SUBTITLES),
                new SubtitleInput(chapters, "fr", Role.CHAPTERS)),
            folder,
            List.of(360, 234, 1080),
            Preset.FAST,
            FROM_10_TO_16);
    report = new Producer().produce(order, (step, percent) -> PERCENTS.add(percent));
  }

  private static Path sintel() {
    return SharedData.path("media/sintel-trailer-720p.mp4");
  }

  @Test
  void folder_holdsEverythingThatWasPromised() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              "multivariant.m3u8",
              "manifest.mpd",
              "video-360.mp4",
              "video-360.m3u8",
              "video-360-iframes.m3u8",
              "video-234.mp4",
              "video-234.m3u8",
              "video-234-iframes.m3u8",
              "audio.mp4",
              "audio.m3u8",
              "subtitles/el.vtt",
              "subtitles/el.m3u8",
              "subtitles/fr.chapters.vtt",
              "subtitles/fr.chapters.m3u8",
              "poster.jpg",
              "storyboard.jpg",
              "storyboard.vtt",
              "waveform.json",
              "download.mp4",
              "report.json",
              "index.html",
              "player/player.js",
              "player/player.css",
              "player/bundle.json",
              "player/LICENSES.txt");
    }
  }

  @Test
  void report_tellsWhatWasMade() {
    assertThat(report.state()).isEqualTo("produced");
    assertThat(report.videoDecoders()).isEqualTo(1);
    assertThat(report.source().width()).isEqualTo(1280);
    assertThat(report.source().durationSeconds()).isEqualTo(52.208333);
    assertThat(report.ladder())
        .extracting(Report.LadderStep::height, Report.LadderStep::kept)
        .containsExactly(tuple(1080, false), tuple(360, true), tuple(234, true));
    assertThat(report.cpuSeconds()).isPositive();
    assertThat(report.peakMemoryBytes()).isGreaterThan(50_000_000);
    assertThat(report.tracks())
        .extracting(Report.Track::file)
        .containsExactly(
            "video-360.mp4",
            "video-234.mp4",
            "audio.mp4",
            "subtitles/el.vtt",
            "subtitles/fr.chapters.vtt");
  }

  @Test
  void tracks_haveTheBytesOfTheirFiles() throws IOException {
    for (Report.Track track : report.tracks()) {
      assertThat(track.bytes())
          .as(track.file())
          .isEqualTo(Files.size(folder.resolve(track.file())));
      assertThat(track.bandwidth()).isGreaterThanOrEqualTo(track.averageBandwidth());
    }
  }

  @Test
  void reportFile_saysTheSame() throws IOException {
    var json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());

    assertThat(json.get("state").asText()).isEqualTo("produced");
    assertThat(json.get("tracks")).hasSize(report.tracks().size());
  }

  @Test
  void cues_areCutAndShiftedWithThePicture() throws IOException {
    assertThat(folder.resolve("subtitles/el.vtt"))
        .content()
        .contains("00:00:00.000 --> 00:00:02.000")
        .contains("Καλημέρα &amp; &lt;καλή&gt; τύχη")
        .doesNotContain("άλλο");
  }

  @Test
  void chaptersFile_becomesTheReportsChapters() {
    assertThat(report.chapters())
        .containsExactly(
            new Report.ChapterLine(0, "Arrivée"), new Report.ChapterLine(3, "Le plan"));
  }

  @Test
  void chapters_areNotOfferedAsSubtitles() throws IOException {
    assertThat(Files.readString(folder.resolve("multivariant.m3u8")))
        .contains("NAME=\"Ελληνικά\",LANGUAGE=\"el\"")
        .doesNotContain("chapters");
  }

  @Test
  void playlist_offersSoundAloneForPoorNetworks_andEachRungsKeyFrames() throws IOException {
    assertThat(Files.readString(folder.resolve("multivariant.m3u8")))
        .as("no player begins with the sound")
        .containsPattern(
            "RESOLUTION=416x234(.*\\n)*.*CODECS=\"mp4a.40.2\",CLOSED-CAPTIONS=NONE,AUDIO=\"audio\"[^\n]*\naudio.m3u8\n")
        .containsPattern("#EXT-X-I-FRAME-STREAM-INF:.*URI=\"video-360-iframes.m3u8\"\n")
        .containsPattern("#EXT-X-I-FRAME-STREAM-INF:.*URI=\"video-234-iframes.m3u8\"\n");
  }

  @Test
  void page_hasNoPlaceholderLeft() throws IOException {
    assertThat(Files.readString(folder.resolve("index.html")))
        .doesNotContain("{{")
        .contains("lang=\"el\"");
  }

  @Test
  void progress_neverFallsAndEndsAtAHundred() {
    assertThat(PERCENTS).isSorted().startsWith(0).endsWith(100);
  }

  @Test
  void unreadableSubtitles_areLeftOutAndSaid() throws IOException {
    Path broken = Files.write(temporary.resolve("film.el.srt"), new byte[] {0, 1, 2, 3});

    Report made = produce(sintel(), new SubtitleInput(broken, "el", Role.SUBTITLES));

    assertThat(made.state()).isEqualTo("produced");
    assertThat(made.findings())
        .filteredOn(finding -> finding.code().equals("subtitles-unreadable"))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("film.el.srt could not be read");
    assertThat(target().resolve("multivariant.m3u8")).content().doesNotContain("SUBTITLES");
  }

  @Test
  void subtitlesWithFarTooManyCues_areLeftOutAndSaid() throws IOException {
    String cue = "00:00:01.000 --> 00:00:09.000\nx\n\n";
    Path bomb =
        Files.writeString(
            temporary.resolve("film.el.vtt"), "WEBVTT\n\n" + cue.repeat(CueCount.MOST + 1));

    Report made = produce(sintel(), new SubtitleInput(bomb, "el", Role.SUBTITLES));

    assertThat(made.state()).isEqualTo("produced");
    assertThat(made.findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("it has 20001 cues"));
    assertThat(target().resolve("multivariant.m3u8")).content().doesNotContain("SUBTITLES");
  }

  private Report produce(Path footage, SubtitleInput... subtitles) {
    return new Producer().produce(order(footage, subtitles), (step, percent) -> {});
  }

  private Order order(Path footage, SubtitleInput... subtitles) {
    return new Order(
        footage,
        List.of(subtitles),
        target(),
        List.of(234),
        Preset.FAST,
        new Trim(Duration.ofSeconds(20), Duration.ofSeconds(22)));
  }

  private Path target() {
    return temporary.resolve("out/film");
  }

  @Test
  void olderFolder_isReplacedOnlyWhenTheNewOneIsComplete() throws IOException {
    Files.createDirectories(target());
    Files.writeString(target().resolve("report.json"), "old");
    Progress watch =
        (step, percent) -> {
          if (percent < 100) {
            assertThat(target().resolve("report.json")).hasContent("old");
          }
        };

    new Producer().produce(order(sintel()), watch);

    assertThat(target().resolve("report.json")).content().contains("\"produced\"");
  }

  @Test
  void footageWithoutTracks_isRefusedAndLeavesNothing() throws IOException {
    Report refused = produce(SharedData.path("media/nostreams.mp4"));

    assertThat(refused.state()).isEqualTo("refused");
    assertThat(refused.findings().get(0).message())
        .isEqualTo(
            "nostreams.mp4: it is a container without picture or sound; export the film again.");
    assertThat(left()).isEmpty();
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(temporary.resolve("out"))) {
      return files.toList();
    }
  }

  @Test
  void footageThatLastsNoTime_isRefusedAsSuch() throws IOException {
    byte[] film = Files.readAllBytes(folder.resolve("video-234.mp4"));
    int fragment = new String(film, StandardCharsets.ISO_8859_1).indexOf("moof") - 4;
    Path header = Files.write(temporary.resolve("header.mp4"), Arrays.copyOf(film, fragment));

    Finding refusal = produce(header).findings().get(0);

    assertThat(refusal.code()).isEqualTo("zero-length");
    assertThat(refusal.message()).startsWith("header.mp4: it lasts no time at all");
  }

  @Test
  void pictureThatCannotBeDecoded_leavesTheSoundWithAPosterOfItsOwn() throws IOException {
    byte[] film = Files.readAllBytes(sintel());
    int parameters = new String(film, StandardCharsets.ISO_8859_1).indexOf("avcC");
    // Behind the type, the profile and the count (ISO/IEC 14496-15, 5.3.3.1): what decoding needs.
    Arrays.fill(film, parameters + 12, parameters + 32, (byte) 0);

    Report made = produce(Files.write(temporary.resolve("sound.mp4"), film));

    assertThat(made.state()).isEqualTo("held");
    assertThat(made.findings()).extracting(Finding::code).contains("video-not-decodable");
    assertThat(target().resolve("poster.jpg")).exists();
    assertThat(target().resolve("storyboard.vtt")).doesNotExist();
    assertThat(target().resolve("index.html")).content().contains("data-storyboard=\"\"");
  }

  @Test
  void cutBehindTheEnd_isRefused() {
    Order late =
        new Order(
            SharedData.path("media/vfr-360p.mp4"),
            List.of(),
            target(),
            List.of(234),
            Preset.FAST,
            new Trim(Duration.ofSeconds(60), null));

    Report refused = new Producer().produce(late, (step, percent) -> {});

    assertThat(refused.findings().get(0).code()).isEqualTo("trim-outside");
    assertThat(target()).doesNotExist();
  }

  @Test
  void decoderKilled_isTheMachinesFaultAndLeavesNothing() throws IOException {
    Order whole = new Order(sintel(), List.of(), target(), List.of(), Preset.FAST, Trim.NONE);
    Progress killer =
        (step, percent) -> {
          if (step == Step.TRANSCODING) {
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
          }
        };

    assertThatThrownBy(() -> new Producer().produce(whole, killer))
        .isInstanceOf(MachineFailureException.class)
        .hasMessageContaining("sintel-trailer-720p.mp4: the decoder process was ended");
    assertThat(left()).isEmpty();
  }
}
