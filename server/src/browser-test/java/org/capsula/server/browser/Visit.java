package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One viewer's window, and everything that went wrong in it. */
final class Visit implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  /** Seconds; a greater difference between picture and sound begins to be seen. */
  private static final double START_TOLERANCE = 0.025;

  /** Keeps hold of the buffers that a player fills; refused scripts and styles count as errors. */
  private static final String WATCH =
      """
      window.watched = { buffers: {} };
      const add = MediaSource.prototype.addSourceBuffer;
      MediaSource.prototype.addSourceBuffer = function (type) {
        const buffer = add.call(this, type);
        watched.buffers[type.split("/")[0]] = buffer;
        return buffer;
      };
      document.addEventListener("securitypolicyviolation", (event) =>
        refused(event.violatedDirective + " " + event.blockedURI));
      """;

  private final String origin;
  private final BrowserContext context;
  private final Page page;
  private final List<String> requests = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Set<String> missing = new HashSet<>();
  private final Set<String> elsewhere = new HashSet<>();
  private Map<String, String> headers = Map.of();

  Visit(Chromium chromium, Site site, String locale, int width, int height) {
    this(
        chromium,
        site.origin(),
        new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, height));
  }

  Visit(Chromium chromium, String origin, Browser.NewContextOptions options) {
    this.origin = origin;
    context = chromium.browser().newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.exposeFunction("refused", what -> refused.add(String.valueOf(what[0])));
    context.addInitScript(WATCH);
    context.onRequest(request -> requests.add(request.url()));
    context.onResponse(
        response -> {
          if (response.request().isNavigationRequest()) {
            headers = response.headers();
          }
          if (response.status() >= 400 && !missing.contains(response.url())) {
            errors.add(response.status() + " " + response.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          // It repeats that an answer was a refusal.
          boolean expected = missing.stream().anyMatch(message.location()::startsWith);
          if (message.type().equals("error") && !expected) {
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

  /** Opens the page that stands in the place of one that there is not. */
  Page openMissing(String path) {
    expectRefusal(path);
    return open(path);
  }

  /** What is asked of this path may be refused. */
  void expectRefusal(String path) {
    missing.add(origin + path);
  }

  /** Pages of another origin take part, too: what they ask for is asked there. */
  void expectOrigin(String other) {
    elsewhere.add(other + "/");
  }

  /** On a line that takes so many bytes a second from here on. */
  void slowUpload(int bytesPerSecond) {
    CDPSession tools = context.newCDPSession(page);
    tools.send("Network.enable");
    JsonObject line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", 0);
    line.addProperty("downloadThroughput", -1);
    line.addProperty("uploadThroughput", bytesPerSecond);
    tools.send("Network.emulateNetworkConditions", line);
  }

  /** Those that the open page came with; names in lower case. */
  Map<String, String> headers() {
    return headers;
  }

  Page page() {
    return page;
  }

  /** What the server answers to a request that is made beside the page. */
  APIResponse get(String address) {
    return context.request().get(address.startsWith("/") ? origin + address : address);
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
    // What the page has reported by now is told before this is answered.
    page.evaluate("1");
    assertThat(errors).as("errors").isEmpty();
    assertThat(refused).as("refused by policy").isEmpty();
    assertThat(requests)
        .as("requests")
        .isNotEmpty()
        .allMatch(
            url ->
                url.startsWith(origin + "/")
                    || elsewhere.stream().anyMatch(url::startsWith)
                    || url.matches("(blob|data|about|chrome-error):.*"));
  }

  @Override
  public void close() {
    context.close();
  }
}
