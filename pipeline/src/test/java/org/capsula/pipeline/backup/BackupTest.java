package org.capsula.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.inventory.Stock;
import org.capsula.pipeline.inventory.Verification;
import org.capsula.pipeline.inventory.Watcher;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.library.LibraryView;
import org.capsula.pipeline.storage.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
  @TempDir private Path folder;
  private Stock stock;

  @BeforeEach
  void fill() throws IOException {
    stock = new Stock(folder.resolve("library"));
    stock.add("one");
    stock.add("two");
  }

  @AfterEach
  void close() {
    stock.close();
  }

  private Made backUp(String name) throws Exception {
    return backUp(name, Watcher.NOBODY);
  }

  private Made backUp(String name, Watcher watcher) throws Exception {
    return new Backup(stock.view(), watcher, "0.0.1").to(folder.resolve(name), Stock.NOON);
  }

  private Restoration.Restored restore(String backup, String library) throws Exception {
    return new Restoration(Watcher.NOBODY).from(folder.resolve(backup), folder.resolve(library));
  }

  /** Every file but the database, and its hash. */
  private Map<String, String> content(String name) throws IOException {
    Path root = folder.resolve(name);
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString();
        if (path.startsWith("files/") || path.startsWith("editions/")) {
          content.put(path, Sha256.of(file));
        }
      }
    }
    return content;
  }

  private void assertNoneIsLeft(String... names) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      assertThat(found.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "backup.tar", "backup.tar.gz", "backup.tgz"})
  void restored_isWhatWasBackedUp(String name) throws Exception {
    Made made = backUp(name);
    Restoration.Restored restored = restore(name, "other");

    assertThat(made.files()).isEqualTo(7);
    assertThat(made.lost()).isEmpty();
    assertThat(restored.files()).isEqualTo(7);
    assertThat(restored.lacking()).isEmpty();
    assertThat(content("other")).hasSize(6).isEqualTo(content("library"));
    try (LibraryView view = LibraryView.of(folder.resolve("other"))) {
      new Verification(view, Watcher.NOBODY)
          .run(
              damage -> {
                throw new AssertionError(damage.sentence());
              });
    }
    assertNoneIsLeft("library", name, "other");
  }

  @Test
  void stream_isATarThatCanBeRestored() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    new Backup(stock.view(), Watcher.NOBODY, "0.0.1").to(out, scratch, Stock.NOON);

    assertThat(scratch).isEmptyDirectory();
    new Restoration(Watcher.NOBODY)
        .from(new ByteArrayInputStream(out.toByteArray()), folder.resolve("other"));
    assertThat(content("other")).isEqualTo(content("library"));
  }

  @Test
  void secondBackup_copiesWhatIsNew_andKeepsNothingOld() throws Exception {
    backUp("backup");
    Object before = key("backup/" + Stock.footage("one"));
    stock.add("three");
    Made second = backUp("backup");

    // Three files of the capsule, and the database.
    assertThat(second.copied()).isEqualTo(4);
    assertThat(second.files()).isEqualTo(10);
    assertThat(key("backup/" + Stock.footage("one"))).as("a hard link").isEqualTo(before);
    restore("backup", "other");
    assertThat(content("other")).isEqualTo(content("library"));
    assertNoneIsLeft("library", "backup", "other");
  }

  private Object key(String path) throws IOException {
    return Files.getAttribute(folder.resolve(path), "unix:ino");
  }

  @Test
  void changesMeanwhile_areNotInIt() throws Exception {
    backUp(
        "backup",
        (doing, done, all) -> {
          if (doing.equals("copying") && done == 0) {
            stock.sql("UPDATE capsule SET slug = 'another' WHERE id = 'one'");
          }
        });
    restore("backup", "other");
    try (Library other = Library.open(folder.resolve("other"))) {
      assertThat(slugs(other)).containsExactlyInAnyOrder("slug-one", "slug-two");
    }
  }

  private static List<String> slugs(Library library) {
    return library
        .database()
        .look(
            session ->
                session
                    .handle()
                    .createQuery("SELECT slug FROM capsule")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void editionPrunedMeanwhile_isNeitherInItNorNamedByIt() throws Exception {
    stock.sql("UPDATE capsule SET edition_id = NULL WHERE id = 'two'");
    Made made =
        backUp(
            "backup",
            (doing, done, all) -> {
              if (doing.equals("copying") && done == 0) {
                prune("e-two");
              }
            });

    assertThat(made.lost()).isEmpty();
    assertThat(restore("backup", "other").lacking()).isEmpty();
    assertThat(folder.resolve("other/editions/e-two")).doesNotExist();
  }

  private void prune(String edition) {
    stock.sql("DELETE FROM edition WHERE id = '" + edition + "'");
    try {
      stock.library.storage().removeEdition(edition);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatTheLibraryLost_isSaid_andComesFromTheOlderBackup() throws Exception {
    backUp("backup");
    Files.writeString(stock.file("editions/e-one/poster.jpg"), "poster of onf");
    Files.delete(stock.file(Stock.footage("two")));

    assertThat(backUp("backup").lost()).isEmpty();
    Made fresh = backUp("fresh.tar");
    assertThat(fresh.lost()).hasSize(2);
    assertThat(fresh.lost().get(1)).startsWith("editions/e-one/poster.jpg is not what was stored");
    assertThat(restore("fresh.tar", "other").lacking())
        .containsExactly(Stock.footage("two"), "editions/e-one/poster.jpg");
  }

  @Test
  void sessionsAndLinks_end_accountsAndTokensStay() throws Exception {
    stock.sql("INSERT INTO account VALUES ('a', 'ana', 'Ana', 'admin', 'hash', false, 0)");
    stock.sql("INSERT INTO sign_in_session VALUES ('s', 'x', 'a', 'Firefox', 0, 0, 1, 1)");
    stock.sql("INSERT INTO access_token VALUES ('t', 'y', 'a', 'script', 0, NULL)");
    stock.sql("INSERT INTO account_link VALUES ('z', 'a', 1)");
    backUp("backup.tar");
    restore("backup.tar", "other");

    try (Stock other = new Stock(folder.resolve("other"))) {
      assertThat(count(other, "account")).isEqualTo(1);
      assertThat(count(other, "access_token")).isEqualTo(1);
      assertThat(count(other, "sign_in_session")).isZero();
      assertThat(count(other, "account_link")).isZero();
    }
  }

  private static int count(Stock library, String table) {
    return library
        .library
        .database()
        .look(
            session ->
                session
                    .handle()
                    .createQuery("SELECT COUNT(*) FROM " + table)
                    .mapTo(Integer.class)
                    .one());
  }

  @Test
  void strangersFolder_isNotReplaced() throws Exception {
    Files.createDirectory(folder.resolve("photos"));
    Files.writeString(folder.resolve("photos/cat.jpg"), "cat");
    Files.writeString(folder.resolve("file"), "text");

    for (String name : List.of("photos", "file")) {
      assertThatThrownBy(() -> backUp(name))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("no backup of Capsula's that could be replaced");
    }
    assertThat(folder.resolve("photos/cat.jpg")).hasContent("cat");
    assertNoneIsLeft("library", "photos", "file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"library", "library/backup", ".", "library/b.tar"})
  void placeThatOverlaps_isRefused(String name) {
    assertThatThrownBy(() -> backUp(name))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("overlap");
  }

  @Test
  void backupThatFails_leavesTheOlderOne() throws Exception {
    backUp("backup");
    Map<String, String> before = content("backup");
    stock.add("three");
    assertThatThrownBy(
            () ->
                backUp(
                    "backup",
                    (doing, done, all) -> {
                      if (done > 0) {
                        throw new IllegalStateException("no more");
                      }
                    }))
        .hasMessage("no more");
    assertThat(content("backup")).isEqualTo(before);
    assertNoneIsLeft("library", "backup");
  }
}
