package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** One viewer's window, and everything that went wrong in it. */
final class Visit implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  /** Seconds; a greater difference between picture and sound begins to be seen. */
  private static final double START_TOLERANCE = 0.025;

  /** Keeps hold of the buffers that a player fills; refused scripts and styles count as errors. */
  private static final String WATCH =
      """
      window.watched = { buffers: {}, refused: [] };
      const add = MediaSource.prototype.addSourceBuffer;
      MediaSource.prototype.addSourceBuffer = function (type) {
        const buffer = add.call(this, type);
        watched.buffers[type.split("/")[0]] = buffer;
        return buffer;
      };
      document.addEventListener("securitypolicyviolation", (event) =>
        watched.refused.push(event.violatedDirective + " " + event.blockedURI));
      """;

  private final String origin;
  private final BrowserContext context;
  private final Page page;
  private final List<String> requests = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  Visit(Chromium chromium, Site site, String locale, int width, int height) {
    origin = site.origin();
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, height));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.addInitScript(WATCH);
    context.onRequest(request -> requests.add(request.url()));
    context.onResponse(
        response -> {
          if (response.status() >= 400) {
            errors.add(response.status() + " " + response.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page = context.newPage();
    page.onPageError(errors::add);
  }

  Page open(String path) {
    page.navigate(origin + path);
    return page;
  }

  /** Waits until the expression is true in the page. */
  void until(String expression) {
    page.waitForFunction(expression);
  }

  double number(String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Picture and sound were handed to the browser from the same first moment on. */
  void assertBuffersStartTogether() {
    for (String kind : List.of("video", "audio")) {
      String buffered = "watched.buffers." + kind + "?.buffered";
      until(buffered + "?.length > 0");
      assertThat(number(buffered + ".start(0)")).as(kind).isCloseTo(0, within(START_TOLERANCE));
    }
  }

  void assertNothingWentWrong() {
    assertThat(errors).as("errors").isEmpty();
    assertThat((List<?>) page.evaluate("watched.refused")).as("refused by policy").isEmpty();
    assertThat(requests)
        .as("requests")
        .isNotEmpty()
        .allMatch(url -> url.startsWith(origin + "/") || url.matches("(blob|data|about):.*"));
  }

  @Override
  public void close() {
    context.close();
  }
}
