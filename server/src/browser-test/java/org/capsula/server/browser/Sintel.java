package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.intake.SubtitleInput;
import org.capsula.pipeline.production.Order;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.report.Report;
import org.capsula.server.SharedData;
import org.capsula.subtitles.Role;

/** Twenty seconds of a real film with subtitles in three languages, produced by the program. */
final class Sintel {
  static final String NAME = "sintel";
  static final List<Integer> LADDER = List.of(720, 360, 234);

  /** Within one cue of each language; seconds. */
  static final double CUE_TIME = 4;

  static final String FRENCH_CUE = "Bonjour madame";
  static final String GREEK_CUE = "Καλημέρα σας";

  private Sintel() {}

  /**
   * @return the folder that holds the film's
   */
  static Path produce() {
    Path directory = Path.of("target", "browser-test").toAbsolutePath();
    Order order =
        new Order(
            SharedData.path("media/sintel-trailer-720p.mp4"),
            Stream.of("fr", "el", "en").map(Sintel::subtitles).toList(),
            directory.resolve(NAME),
            LADDER,
            Preset.FAST,
            new Trim(Duration.ofSeconds(10), Duration.ofSeconds(30)));
    Report report = new Producer().produce(order, (step, percent) -> {});
    assertThat(report.isRefused()).as(report.findings().toString()).isFalse();
    return directory;
  }

  private static SubtitleInput subtitles(String language) {
    return new SubtitleInput(
        SharedData.path("demo/" + language + ".vtt"), language, Role.SUBTITLES);
  }
}
