package org.capsula.server.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capsula.pipeline.library.Library;
import org.capsula.server.console.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UserCommandTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  @TempDir private Path folder;

  /** What the command said, and how it ended. */
  private record Said(int status, List<String> out, String err) {}

  private Said user(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(stream(out), stream(err), false);
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--library", folder.resolve("library").toString()));
    StringWriter usage = new StringWriter();
    int status =
        new CommandLine(new UserCommand(Clock.fixed(NOON, ZoneOffset.UTC), console))
            .setErr(new PrintWriter(usage))
            .execute(all.toArray(String[]::new));
    return new Said(
        status,
        out.toString(StandardCharsets.UTF_8).lines().toList(),
        err.toString(StandardCharsets.UTF_8) + usage);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void add_printsTheLinkAlone() {
    Said said = user("add", "Éva", "--role", "admin", "--address", "https://capsula.example.org/");

    assertThat(said.status()).isZero();
    assertThat(said.out()).hasSize(1);
    assertThat(said.out().get(0))
        .matches("https://capsula\\.example\\.org/invitation/[A-Za-z0-9_-]{43}");
    assertThat(said.err())
        .isEqualTo(
            "Hand this link to Éva by whatever way you trust; it works once, until 2026-12-08 12:00"
                + " UTC.\n");
  }

  @Test
  void list_isOneLineEach() {
    user("add", "eva", "--role", "admin");
    user("add", "μαρία", "--role", "trainer", "--shown-name", "Μαρία Π.");
    user("disable", "μαρία");

    assertThat(user("list").out())
        .containsExactly("eva  admin  eva  (invited)", "μαρία  trainer  Μαρία Π.  (disabled)");
    assertThat(user("list", "--json").out().get(1))
        .startsWith("{\"id\":\"")
        .endsWith(
            "\"signInName\":\"μαρία\",\"shownName\":\"Μαρία Π.\",\"role\":\"trainer\","
                + "\"disabled\":true,\"joined\":false,\"createdAt\":\"2026-12-01T12:00:00Z\"}");
  }

  @Test
  void account_isChangedByItsNameInAnyCase() {
    user("add", "eva", "--role", "admin");
    user("add", "ana", "--role", "viewer");

    assertThat(user("role", "ANA", "media").err())
        .isEqualTo("The account “ana” has the role media.\n");
    assertThat(user("disable", "ana").status()).isZero();
    assertThat(user("link", "ana").status()).isEqualTo(1);
    assertThat(user("enable", "ana").status()).isZero();
    assertThat(user("link", "ana").out()).hasSize(1);
    assertThat(user("remove", "ana").status()).isZero();
    assertThat(user("list").out()).hasSize(1);
  }

  @Test
  void whatIsRefused_endsWithOneAndASentence() {
    user("add", "eva", "--role", "admin");

    for (Said said :
        List.of(
            user("add", "EVA", "--role", "media"),
            user("add", "two words", "--role", "media"),
            user("disable", "eva"),
            user("role", "eva", "viewer"),
            user("remove", "eva"),
            user("link", "nobody"))) {
      assertThat(said.status()).isEqualTo(1);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).endsWith(".\n").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add eva",
        "add eva --role boss",
        "add eva --role admin --address capsula.example.org",
        "add eva --role admin --address https://a/b",
        "role eva",
        "boss",
        "link",
        "list"
      })
  void wrongUse_endsWithTwo(String line) {
    Said said = user(line.split(" "));

    assertThat(said.status()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isNotEmpty();
  }

  @Test
  void misspeltLibrary_isNotMade() {
    Said said = user("link", "eva");

    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err()).contains("holds no library; name the folder that does with --library.");
    assertThat(Files.exists(folder.resolve("library"))).isFalse();
  }

  @Test
  void libraryOfARunningServer_isLeftAlone() {
    user("add", "eva", "--role", "admin");
    Library served = Library.open(folder.resolve("library"));
    try {
      Said said = user("list");

      assertThat(said.status()).isEqualTo(3);
      assertThat(said.err()).contains("is in use by another Capsula; stop that one");
    } finally {
      served.close();
    }
  }
}
