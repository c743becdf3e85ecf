package org.capsula.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.schedule.Chore;
import org.capsula.server.asset.Assets;
import org.capsula.server.http.InMemory;
import org.capsula.server.http.Request;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SystemPageTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T05:49:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private Library library;
  private Operations operations;
  private SystemReports reports;

  @BeforeEach
  void open() {
    library = Library.open(folder.resolve("library"));
    Chore failing =
        new Chore(
            "of-another-feature",
            Duration.ofHours(1),
            now -> {
              throw new IOException("<script>alert(1)</script>");
            });
    operations = Operations.of(library, CLOCK, List.of(failing));
    reports = new SystemReports(library, operations);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @ParameterizedTest
  @EnumSource
  void page_isToldInEveryLanguage(PageLanguage language) throws IOException {
    operations.chores().run("of-another-feature");
    operations.chores().run("disk-use");

    String page = page(language);

    Messages words = Messages.of(language);
    assertThat(page)
        .contains(words.text("system.title"))
        .contains(words.text("system.unused.none"))
        .contains(words.text("system.disk.unknown"))
        .contains(words.text("system.chore.disk-use"))
        .contains(words.text("system.chores.done"), words.text("system.chores.failed"))
        .contains("of-another-feature", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("datetime=\"2026-11-23T05:49:00Z\"")
        .contains("2026, 06:49")
        .doesNotContain("<script>alert");
  }

  @Test
  void page_listsWhatWillGo_andWhen() throws IOException {
    library
        .database()
        .useTransaction(
            session -> {
              for (int i = 0; i < 30; i++) {
                session
                    .handle()
                    .execute(
                        "INSERT INTO stored_file (sha256, bytes, stored_at) VALUES (?, ?, ?)",
                        "%064d".formatted(i),
                        2_000_000,
                        CLOCK.instant());
              }
            });
    operations.chores().run("unused-files");

    assertThat(page(PageLanguage.ENGLISH))
        .contains("30 items are waiting.", "This will free 60\u00a0MB.", "and 5 more")
        .contains("000000000000…", "23 Dec 2026");
  }

  @Test
  void report_hasTheFieldsOfItsContract_unknownOnesToo() throws IOException {
    Map<?, ?> report = Json.read(Json.compact(reports.now()), Map.class);

    assertThat(report.keySet())
        .extracting(Object::toString)
        .containsExactly("version", "java", "library", "disk", "unused", "productions", "chores");
    assertThat(String.valueOf(report.get("disk"))).contains("weeksLeft=null");
    assertThat(String.valueOf(report.get("chores")))
        .contains("{name=disk-use, everySeconds=3600, startedAt=null, endedAt=null, failure=null}");
  }

  private String page(PageLanguage language) throws IOException {
    Pages pages = new Pages(Assets.load());
    SystemPage page = new SystemPage(reports, pages, ZoneId.of("Europe/Brussels"));
    Request request = new Request("GET", "/system", Map.of("lang", language.tag()), Map.of());
    InMemory body = (InMemory) page.answer(request).body();
    return StandardCharsets.UTF_8.decode(body.slice(0, body.length())).toString();
  }
}
