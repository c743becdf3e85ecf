package org.capsula.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Passwords;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.server.AtRest;
import org.capsula.server.console.Console;
import org.capsula.server.demo.DemoFootage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DemoCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  /** A library in use may have the names of the demo's accounts, and “admin” most of all. */
  @ParameterizedTest
  @ValueSource(strings = {"admin", "eva"})
  void accountOfSomebodyElse_isLeftAsItIs(String name) throws Exception {
    String id;
    String hash = new Passwords().hash("four words that fit");
    try (Library library = Library.open(folder)) {
      id = new Accounts(library.database(), CLOCK).add(new NewAccount(name, name, Role.ADMIN)).id();
      String account = id;
      library.database().useTransaction(s -> new AccountStore(s).setPasswordHash(account, hash));
    }

    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(demo(err)).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("holds capsules or accounts beside the demo's")
        .endsWith("or give the demo another --library.\n")
        .hasLineCount(1);
    try (Library library = Library.open(folder)) {
      assertThat(
              library.database().<Optional<String>>look(s -> new AccountStore(s).passwordHash(id)))
          .contains(hash);
    }
  }

  @Test
  void capsuleBesideTheThreeFilms_keepsTheDemoFromStarting() throws Exception {
    try (Library library = Library.open(folder)) {
      List<String> names = new ArrayList<>(new DemoFootage().films());
      names.add("lesson.mp4");
      for (String name : names) {
        StoredFile footage = library.storage().store(name);
        library
            .database()
            .useTransaction(
                session -> {
                  new StoredFileStore(session).save(footage, CLOCK.instant());
                  new CapsuleStore(session).insert(capsule(name, footage));
                });
      }
    }

    assertThat(demo(new ByteArrayOutputStream())).isEqualTo(2);
  }

  private static Capsule capsule(String name, StoredFile footage) {
    return new Capsule(
        name,
        name.replace('.', '-'),
        footage.sha256(),
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        CLOCK.instant());
  }

  @Test
  void demosOwnAccounts_getOtherPasswordsAtEachStart() throws Exception {
    Map<String, String> first = renewed();
    Map<String, String> second = renewed();

    assertThat(first).containsOnlyKeys("viewer", "media", "trainer", "admin");
    assertThat(second).containsOnlyKeys(first.keySet().toArray(String[]::new));
    assertThat(second.values()).doesNotContainAnyElementsOf(first.values());
  }

  private Map<String, String> renewed() throws Exception {
    try (Running running = AtRest.over(Library.open(folder), CLOCK)) {
      Map<String, String> told = DemoAccounts.renewed(running);
      assertThat(DemoAccounts.areBesideOthers(running)).isFalse();
      return told;
    }
  }

  private int demo(ByteArrayOutputStream err) {
    Console console = new Console(stream(new ByteArrayOutputStream()), stream(err), false);
    Running.Opener opener = (library, atOnce, tell) -> AtRest.over(library.open(), CLOCK);
    return new CommandLine(new DemoCommand(opener, new DemoFootage(), console))
        .execute("--library", folder.toString(), "--port", "0");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
