package org.capsula.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.inventory.Stock;
import org.capsula.pipeline.inventory.Watcher;
import org.capsula.pipeline.storage.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a backup: a sentence, and nothing is left behind. */
class BadBackupTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeOne() throws Exception {
    try (Stock stock = new Stock(folder.resolve("original"))) {
      stock.add("one");
      Backup backup = new Backup(stock.view(), Watcher.NOBODY, "0.0.1");
      backup.to(folder.resolve("backup"), Stock.NOON);
      backup.to(folder.resolve("backup.tar"), Stock.NOON);
      backup.to(folder.resolve("backup.tar.gz"), Stock.NOON);
    }
  }

  private Path backup() {
    return folder.resolve("backup");
  }

  private void assertRefused(Path backup, String sentence) throws IOException {
    Path library = folder.resolve("library");
    assertThatThrownBy(() -> new Restoration(Watcher.NOBODY).from(backup, library))
        .isInstanceOf(RefusedBackupException.class)
        .hasMessageContaining(sentence);
    assertThat(library).doesNotExist();

    // One that was there before stays, empty.
    Files.createDirectory(library);
    assertThatThrownBy(() -> new Restoration(Watcher.NOBODY).from(backup, library))
        .isInstanceOf(RefusedBackupException.class);
    assertThat(library).isEmptyDirectory();
    Files.delete(library);
  }

  @Test
  void otherFolder_isNoBackup() throws IOException {
    assertRefused(Files.createDirectory(folder.resolve("photos")), "it has no backup.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no tar at all, but a text that is long enough to be looked at"})
  void otherFile_isNoBackup(String text) throws IOException {
    assertRefused(Files.writeString(folder.resolve("file.tar"), text.repeat(100)), "it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup.tar", "backup.tar.gz"})
  void cutOff_isRefused_whereverItEnds(String name) throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(name));
    for (int part = 1; part < 10; part++) {
      int length = whole.length * part / 10;
      if (name.endsWith(".tar") && isPastTheEnd(whole, length)) {
        continue;
      }
      assertRefused(Files.write(folder.resolve("cut.tar"), Arrays.copyOf(whole, length)), "backup");
    }
  }

  /** A tar ends in empty blocks, which say nothing. */
  private static boolean isPastTheEnd(byte[] tar, int length) {
    for (int i = length; i < tar.length; i++) {
      if (tar[i] != 0) {
        return false;
      }
    }
    return true;
  }

  @Test
  void changedByte_isNamed() throws IOException {
    Files.writeString(backup().resolve("editions/e-one/poster.jpg"), "poster of onf");
    assertRefused(backup(), "it holds another editions/e-one/poster.jpg than it was made with");
  }

  @Test
  void missingFile_isNamed() throws IOException {
    Files.delete(backup().resolve(Stock.footage("one")));
    assertRefused(backup(), "it lacks " + Stock.footage("one"));
  }

  @Test
  void missingSums_areNamed() throws IOException {
    Files.delete(backup().resolve("SHA256SUMS"));
    assertRefused(backup(), "it has no SHA256SUMS");
  }

  @Test
  void sumsThatWereChanged_areRefused() throws IOException {
    Path poster = backup().resolve("editions/e-one/poster.jpg");
    String before = Sha256.of(poster);
    Files.writeString(poster, "poster of onf");
    Path sums = backup().resolve("SHA256SUMS");
    Files.writeString(sums, Files.readString(sums).replace(before, Sha256.of(poster)));
    assertRefused(backup(), "not the one it was made with");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "files/../../outside",
        "/etc/passwd",
        "editions/../outside",
        "editions/e/../../outside",
        "editions/e/..",
        "files/aa/../bb",
        "lock",
        "C:/outside",
        "editions/e/a\\..\\b"
      })
  void pathThatLeadsOut_isRefused(String path) throws IOException {
    Path sums = backup().resolve("SHA256SUMS");
    Files.writeString(sums, Files.readString(sums) + "0".repeat(64) + "  " + path + "\n");
    assertRefused(backup(), "has a line that no backup has");

    Path tar = folder.resolve("evil.tar");
    try (OutputStream out = Files.newOutputStream(tar);
        TarArchiveOutputStream entries = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry(path, /* preserveAbsolutePath= */ true);
      entry.setSize(4);
      entries.putArchiveEntry(entry);
      entries.write("evil".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      entries.closeArchiveEntry();
    }
    assertRefused(tar, "which no backup does");
    try (Stream<Path> found = Files.walk(folder)) {
      assertThat(found).noneMatch(file -> file.getFileName().toString().equals("outside"));
    }
  }

  @Test
  void linkInATar_isRefused() throws IOException {
    Path tar = folder.resolve("link.tar");
    try (OutputStream out = Files.newOutputStream(tar);
        TarArchiveOutputStream entries = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry("capsula.db", TarConstants.LF_SYMLINK);
      entry.setLinkName("/etc/passwd");
      entries.putArchiveEntry(entry);
      entries.closeArchiveEntry();
    }
    assertRefused(tar, "no plain file");
  }

  @Test
  void newerSchema_isRefusedBeforeAnythingIsCopied() throws IOException {
    Path label = backup().resolve("backup.json");
    Files.writeString(
        label, Files.readString(label).replaceFirst("\"step\" : \\d+", "\"step\" : 999"));
    Files.delete(backup().resolve("SHA256SUMS"));
    assertRefused(backup(), "it was made by a newer Capsula (0.0.1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "{}", "{\"kind\":\"capsula-backup\"}", "\u0000", "{"})
  void strangeLabel_isRefused(String text) throws IOException {
    Files.writeString(backup().resolve("backup.json"), text);
    assertRefused(backup(), "backup.json is not of Capsula's making");
  }

  @Test
  void placeThatIsTaken_isRefused_andNothingOfItIsTouched() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("note"), "mine");
    Path file = Files.writeString(folder.resolve("file"), "mine");
    for (Path place : new Path[] {taken, file}) {
      assertThatThrownBy(() -> new Restoration(Watcher.NOBODY).from(backup(), place))
          .isInstanceOf(UsageException.class);
    }
    assertThat(taken.resolve("note")).hasContent("mine");
    assertThat(file).hasContent("mine");
  }

  @Test
  void noBackup_isSaid() {
    assertThatThrownBy(
            () ->
                new Restoration(Watcher.NOBODY)
                    .from(folder.resolve("nowhere"), folder.resolve("library")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("There is no");
  }
}
