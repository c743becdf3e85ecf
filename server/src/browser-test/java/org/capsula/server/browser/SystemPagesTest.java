package org.capsula.server.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.library.Library;
import org.capsula.server.AtRest;
import org.capsula.server.http.Caller;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.serve.Routes;
import org.capsula.server.serve.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about the machine, and the reference of the API, in Chromium. */
class SystemPagesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T05:49:00Z"), ZoneOffset.UTC);

  private static Running running;
  private static WebServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Library library = Library.open(folder.resolve("library"));
    running = AtRest.over(library, CLOCK);
    for (int i = 0; i < 30; i++) {
      String hash = "%064x".formatted(0x1234_5678_9abc_def0L * (i + 1));
      library
          .database()
          .useTransaction(
              session ->
                  session
                      .handle()
                      .execute(
                          "INSERT INTO stored_file (sha256, bytes, stored_at) VALUES (?, ?, ?)",
                          hash,
                          1_234_567_890L,
                          CLOCK.instant()));
    }
    running.housekeeping().operations().chores().run("unused-files");
    running.housekeeping().operations().chores().run("disk-use");
    Site site = Routes.of(running);
    server =
        new WebServer(
            "127.0.0.1",
            0,
            new Site(
                site.routes(),
                site.errorPage(),
                site.api(),
                request -> Caller.session("s", "a", "Ana", Role.ADMIN)));
    server.start();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
    running.close();
  }

  @ParameterizedTest
  @CsvSource({
    "390, fr, DARK",
    "1280, fr, LIGHT",
    "390, el, LIGHT",
    "1280, en, DARK",
    "320, de, LIGHT"
  })
  void pages_areUsableByAll(int width, String language, ColorScheme scheme) {
    try (Visit visit =
        new Visit(
            chromium,
            "http://127.0.0.1:" + server.port(),
            Demo.options(language, width, 900).setColorScheme(scheme))) {
      Look.at(visit.open("/system"), "system-" + language + "-" + width);
      Look.at(visit.open("/api-reference"), "api-reference-" + language + "-" + width);
      visit.assertNothingWentWrong();
    }
  }
}
