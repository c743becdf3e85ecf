package org.capsula.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.capsula.media.SharedData;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscoderTest {
  private final Locale before = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  /** Filters are written with numbers; ours are set up where a comma parts the decimals. */
  @Test
  void transcoding_onAGreekMachine_works() throws Exception {
    Locale.setDefault(Locale.forLanguageTag("el-GR"));
    Path footage = SharedData.film("with-chapters.mp4");
    MediaInfo info = FootageReader.read(footage, Trim.NONE, new Headway(time -> {}));
    TranscodeJob job =
        new TranscodeJob(
            footage,
            folder,
            info,
            List.of(new Rung(120, 180, 120, 200_000)),
            Preset.FAST,
            new Trim(Duration.ofMillis(100), Duration.ofMillis(900)),
            StoryboardPlan.of(info.picture().orElseThrow(), Duration.ofMillis(800)));

    assertThat(new Transcoder(job, new Headway(time -> {})).run().videoDecoders()).isEqualTo(1);
  }
}
