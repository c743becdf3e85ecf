package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The film as text, under the film or beside it. */
class TranscriptPlaceTest {
  @RegisterExtension static final Demo DEMO = new Demo();

  @ParameterizedTest
  @CsvSource({"1200, true", "1280, true", "1920, true", "1199, false", "390, false"})
  void transcript_standsBesideTheFilmWhereThereIsRoom(int width, boolean beside) {
    Visit visit = DEMO.visit("fr", width, 800);
    Page page = visit.open("/c/shared-password?lang=fr");
    page.locator("#transcript-lines a").first().waitFor();
    BoundingBox film = page.locator("#picture").boundingBox();
    BoundingBox text = page.locator("#transcript").boundingBox();
    assertThat(film.x + film.width <= text.x && text.y <= film.y + 1).isEqualTo(beside);
    Look.shoot(page, "transcript-beside-" + width);
    // As many lines as a long film has.
    page.evaluate(
        "(() => { const list = document.querySelector('#transcript-lines');"
            + " for (let i = 0; i < 40; i++) list.append(list.firstChild.cloneNode(true)); })()");
    BoundingBox longer = page.locator("#transcript").boundingBox();
    assertThat(
            page.evaluate(
                "(() => { const list = document.querySelector('#transcript-lines'); return"
                    + " list.scrollHeight > 2 * list.clientHeight && list.clientHeight > 150;"
                    + " })()"))
        .as("scrolls by itself")
        .isEqualTo(true);
    if (beside) {
      assertThat(longer.height).as("as high as what stands beside it").isEqualTo(text.height);
    }
    Look.assertFits(page, "transcript at " + width);
  }
}
