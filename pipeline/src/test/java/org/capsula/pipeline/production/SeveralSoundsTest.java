package org.capsula.pipeline.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film in French, dubbed in German, and with an audio description. */
final class SeveralSoundsTest {
  @TempDir private static Path shared;

  private static Path folder;
  private static Report report;

  @BeforeAll
  static void produceOnce() throws IOException {
    Path footage =
        new MatroskaFootage()
            .sound("fre", 440)
            .sound("ger", 660, MatroskaFootage.ORIGINAL, 0)
            .sound("fre", 880, MatroskaFootage.VISUAL_IMPAIRED, 1)
            .to(shared.resolve("film.mkv"), 6);
    folder = shared.resolve("out/film");
    report =
        new Producer()
            .produce(
                new Order(footage, List.of(), folder, List.of(90), Preset.FAST, Trim.NONE),
                (step, percent) -> {});
  }

  @Test
  void report_namesEachSoundWithItsLanguageAndRole() throws IOException {
    assertThat(report.tracks())
        .extracting(
            Report.Track::file, Report.Track::kind, Report.Track::language, Report.Track::role)
        .containsExactly(
            tuple("video-90.mp4", "video", null, null),
            tuple("audio.mp4", "audio", "fr", null),
            tuple("audio-de-dub.mp4", "audio", "de", "dub"),
            tuple("audio-fr-description.mp4", "audio", "fr", "description"));
    JsonNode written = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(written.get("tracks").get(3).get("role").asText()).isEqualTo("description");
    for (Report.Track track : report.tracks()) {
      assertThat(folder.resolve(track.file())).isNotEmptyFile();
      assertThat(folder.resolve(track.file().replace(".mp4", ".m3u8"))).isNotEmptyFile();
    }
    assertThat(folder.resolve("download.mp4")).isNotEmptyFile();
  }

  @Test
  void multivariantPlaylist_hasThemAsOneGroup() throws IOException {
    String playlist = Files.readString(folder.resolve("multivariant.m3u8"));

    assertThat(playlist.lines().filter(line -> line.startsWith("#EXT-X-MEDIA:TYPE=AUDIO")))
        .containsExactly(
            media("Français", "fr", "YES", "", "audio.m3u8"),
            media("Deutsch", "de", "NO", "", "audio-de-dub.m3u8"),
            media(
                "Français (audiodescription)",
                "fr",
                "NO",
                "CHARACTERISTICS=\"public.accessibility.describes-video\",",
                "audio-fr-description.m3u8"));
    assertThat(playlist).contains("CODECS=\"avc1.").contains(",AUDIO=\"audio\"");
  }

  private static String media(
      String name, String language, String isDefault, String more, String uri) {
    return ("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\"%s\",LANGUAGE=\"%s\",DEFAULT=%s,"
            + "AUTOSELECT=YES,%sCHANNELS=\"2\",URI=\"%s\"")
        .formatted(name, language, isDefault, more, uri);
  }

  @Test
  void bandwidth_countsTheLargestSoundOnce() throws IOException {
    Matcher bandwidth =
        Pattern.compile("INF:BANDWIDTH=(\\d+)[^\n]*RESOLUTION")
            .matcher(Files.readString(folder.resolve("multivariant.m3u8")));
    long largest =
        report.tracks().stream()
            .filter(track -> track.kind().equals("audio"))
            .mapToLong(Report.Track::bandwidth)
            .max()
            .orElseThrow();

    assertThat(bandwidth.find()).isTrue();
    assertThat(Long.parseLong(bandwidth.group(1)))
        .isEqualTo(report.tracks().get(0).bandwidth() + largest);
  }

  @Test
  void manifest_tellsWhatEachIsFor() throws IOException {
    assertThat(Files.readString(folder.resolve("manifest.mpd")))
        .containsSubsequence(
            "lang=\"fr\"",
            "value=\"main\"",
            "<BaseURL>audio.mp4",
            "lang=\"de\"",
            "value=\"dub\"",
            "<BaseURL>audio-de-dub.mp4",
            "lang=\"fr\"",
            "AudioPurposeCS:2007\" value=\"1\"",
            "value=\"description\"",
            "<BaseURL>audio-fr-description.mp4");
  }
}
