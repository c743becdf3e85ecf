package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.capsula.pipeline.production.Production.State;
import org.capsula.server.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film is watched while it is being made. */
class GrowingFilmTest {
  @TempDir private Path folder;

  @Test
  void film_playsWhileItIsBeingMade_andBecomesTheFinishedOneInTheSamePage() throws Exception {
    Path film = SharedData.path("media/camera-clips-1080p30.mp4");
    try (GrowingPreview preview = new GrowingPreview(folder, film)) {
      preview.page.evaluate("window.sameDocument = true");
      assertThat(preview.page.getByText("It can be watched here already").isVisible()).isTrue();

      preview.awaitPictures();

      assertThat(preview.production().state()).isEqualTo(State.RUNNING);
      assertThat(resolutions(preview.playlist("multivariant.m3u8")))
          .containsExactly("416x234", "640x360", "960x540", "1280x720", "1920x1080");
      assertThat(preview.playlist("video-360.m3u8"))
          .contains("#EXT-X-PLAYLIST-TYPE:EVENT")
          .doesNotContain("#EXT-X-ENDLIST");

      preview.awaitEndOfProduction();

      assertThat(preview.production().state()).isEqualTo(State.DONE);
      preview.page.waitForFunction(
          "() => Math.abs(document.querySelector('hls-video').duration - 16.4) < 0.5");
      preview.page.evaluate("document.querySelector('hls-video').currentTime = 15");
      preview.page.waitForFunction("() => document.querySelector('hls-video').ended");
      assertThat(preview.playlist("video-360.m3u8")).endsWith("#EXT-X-ENDLIST\n");
      assertThat(preview.page.evaluate("window.sameDocument")).isEqualTo(true);
      assertThat(preview.page.locator("#player-message").isVisible()).isFalse();
    }
  }

  private static List<String> resolutions(String playlist) {
    return playlist
        .lines()
        .filter(line -> line.contains("RESOLUTION="))
        .map(line -> line.replaceFirst(".*RESOLUTION=(\\d+x\\d+).*", "$1"))
        .toList();
  }
}
