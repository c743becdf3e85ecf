package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the other tests rely on when they say that nothing is lost. */
class ControlsTest {
  private static Chromium chromium;
  private static Page page;

  @BeforeAll
  static void open() {
    chromium = Chromium.launch();
    page = chromium.browser().newPage();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static void show(String content) {
    page.setContent("<body style='margin: 0; font-size: 16px'>" + content + "</body>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beyond the window    | <div style='position: absolute; left:"
            + " -20px'><button>Play</button></div>",
        "cut off              | <p style='width: 30px; overflow:"
            + " hidden'><button>Subtitles</button></p>",
        "its words            | <button style='width: 30px; overflow: hidden'>Subtitles</button>",
        "overlap              | <button>One</button><a href='#a' style='margin-left: -9px'>Two</a>"
      })
  void fault_isFound(String fault, String content) {
    show(content);
    assertThatThrownBy(() -> Controls.assertWhole(page, "page")).hasMessageContaining(fault);
  }

  @Test
  void whatIsHiddenScrollsOrStandsApart_isNoFault() {
    show(
        """
        <button>One</button> <a href="#a">Two</a>
        <button style="visibility: hidden; position: absolute; left: 0; top: 0">Three</button>
        <div style="width: 60px; height: 60px; overflow: auto">
          <button style="margin-left: 90px">Four</button><p style="height: 90px"></p>
          <a href="#b">Five</a>
        </div>
        <button style="margin-top: 10px">Six</button>
        """);
    assertThatCode(() -> Controls.assertWhole(page, "page")).doesNotThrowAnyException();
  }
}
