package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A capsule in a frame on somebody else's page, which is of another site. */
class EmbeddedTest {
  private static final String VIDEO = "document.querySelector('hls-video').nativeEl";

  @RegisterExtension static final Demo DEMO = new Demo();

  @Test
  void embed_playsOnAnotherSite_andLeavesNothingBehind(@TempDir Path folder) throws Exception {
    String embed = DEMO.origin() + "/embed/shared-password?lang=el&t=9";
    try (Site other = SchoolPage.holding(frame(embed), folder.resolve("site"))) {
      Visit visit = DEMO.visit("fr", 1280, 800);
      String elsewhere = SchoolPage.origin(other);
      visit.expectOrigin(elsewhere);
      Page page = visit.page();
      page.navigate(elsewhere + SchoolPage.PATH);
      FrameLocator player = page.frameLocator("iframe");
      player.locator("media-control-bar media-play-button").click();
      Frame frame = page.frameByUrl(embed);
      frame.waitForFunction("() => " + VIDEO + ".currentTime > 10 && " + VIDEO + ".videoWidth > 0");
      assertThat(frame.evaluate("document.documentElement.lang")).isEqualTo("el");
      player.locator(".caption-first[lang=el]").waitFor();
      assertThat(page.context().cookies()).isEmpty();

      Page whole = page.context().waitForPage(() -> player.locator("#embed-page").click());
      assertThat(whole.url()).matches(DEMO.origin() + "/c/shared-password\\?lang=el&t=1\\d");
      assertThat(frame.evaluate(VIDEO + ".paused")).isEqualTo(true);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Look.SCREENSHOTS.resolve("embedded.png")));
    }
  }

  @Test
  void missingCapsule_saysSoInTheFrame(@TempDir Path folder) throws Exception {
    String missing = DEMO.origin() + "/embed/nowhere?lang=ro";
    try (Site other = SchoolPage.holding(frame(missing), folder.resolve("site"))) {
      Visit visit = DEMO.visit("fr", 1280, 800);
      visit.expectOrigin(other.origin());
      visit.expectRefusal("/embed/nowhere?lang=ro");
      visit.page().navigate(other.origin() + SchoolPage.PATH);
      assertThat(visit.page().frameLocator("iframe").locator("h1").innerText()).isNotBlank();
    }
  }

  /** As a page of its own, so that it is seen whole. */
  @Test
  void embed_isAccessible_andFillsItsFrame() {
    for (String film : List.of("/embed/shared-password", "/embed/allowance-form")) {
      Visit visit = DEMO.visit("de", 320, 300);
      Page page = visit.open(film + "?lang=de");
      page.locator(".captions").waitFor();
      for (int width : List.of(320, 640, 1280)) {
        page.setViewportSize(width, width * 3 / 4);
        Look.assertFits(page, film + " at " + width);
        Controls.assertWhole(page, film + " at " + width);
        assertThat(page.evaluate("document.documentElement.scrollHeight - innerHeight"))
            .as("nothing to scroll")
            .isEqualTo(0);
      }
      Look.at(page, film.substring(1).replace('/', '-'));
    }
  }

  private static String frame(String address) {
    return """
    <iframe src="%s" title="A capsule" width="640" height="476" allow="fullscreen"></iframe>
    """
        .formatted(address.replace("&", "&amp;"));
  }
}
