package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The player's choice of sounds: there where a film has several. */
class SoundMenuTest {
  private static final String FILM = "/" + Sintel.NAME + "/index.html";
  private static final String BUTTON = "media-audio-track-menu-button";

  private static Path folders;
  private static Site site;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    folders = Sintel.produce();
    Path playlist = folders.resolve(Sintel.NAME).resolve("multivariant.m3u8");
    String several =
        Files.readString(playlist)
            .replaceFirst(
                "(?m)^#EXT-X-MEDIA:TYPE=AUDIO.*$",
                "$0\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\"Deutsch\",LANGUAGE=\"de\","
                    + "DEFAULT=NO,AUTOSELECT=YES,CHANNELS=\"2\",URI=\"audio.m3u8\"");
    Files.writeString(playlist.resolveSibling("several.m3u8"), several);
    Path page = playlist.resolveSibling("index.html");
    Files.writeString(
        playlist.resolveSibling("several.html"),
        Files.readString(page).replace("multivariant.m3u8", "several.m3u8"));
    site = Site.over(folders);
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  void soundMenu_ofTwoSounds_changesFromOneToTheOther() {
    try (Visit visit = new Visit(chromium, site, "de-DE", 1280, 800)) {
      Viewer viewer = Viewer.of(visit, FILM.replace("index", "several"));
      viewer.play();

      viewer.sound("Deutsch");
      visit.until("() => document.querySelector('hls-video').api.audioTrack === 1");
      viewer.untilPlaysOn();
      visit.assertNothingWentWrong();
    }
  }

  @Test
  void bar_withOneButtonMore_fitsEveryScreen() {
    try (Visit visit = new Visit(chromium, site, "fr-FR", 1280, 800)) {
      Viewer viewer = Viewer.of(visit, FILM.replace("index", "several"));
      viewer.play();
      viewer.page().locator(BUTTON).waitFor();
      Controls.assertWholeEverywhere(viewer.page(), "two sounds");
      assertThat(viewer.page().locator(BUTTON).isVisible()).isTrue();
    }
  }

  @Test
  void filmWithOneSound_hasNoSuchButton() {
    try (Visit visit = new Visit(chromium, site, "fr-FR", 1280, 800)) {
      Viewer viewer = Viewer.of(visit, FILM);
      viewer.play();
      Locator button = viewer.page().locator(BUTTON);

      assertThat(button.count()).isEqualTo(1);
      assertThat(button.isVisible()).isFalse();
    }
  }
}
