package org.capsula.pipeline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.inventory.Damage.Kind;
import org.capsula.pipeline.library.LibraryView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
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

  private List<Damage> verify(Watcher watcher) throws Exception {
    List<Damage> found = new ArrayList<>();
    new Verification(stock.view(), watcher).run(found::add);
    return found;
  }

  private List<String> words() throws Exception {
    return verify(Watcher.NOBODY).stream()
        .map(damage -> damage.kind() + " " + damage.path() + " " + damage.capsules())
        .toList();
  }

  @Test
  void wholeLibrary_hasNoFindings_andEverythingWasLookedAt() throws Exception {
    List<Damage> found = new ArrayList<>();
    Verification.Tally tally = new Verification(stock.view(), Watcher.NOBODY).run(found::add);

    assertThat(found).isEmpty();
    assertThat(tally.files()).isEqualTo(6);
    assertThat(tally.bytes()).isEqualTo(2L * "footage of onepicture of oneposter of one".length());
  }

  @Test
  void missingAndChanged_areNamedWithTheirCapsule() throws Exception {
    Files.delete(stock.file(Stock.footage("one")));
    // Of the same length, so that only its hash tells.
    Files.writeString(stock.file("editions/e-two/poster.jpg"), "poster of tvo");
    Files.writeString(stock.file("editions/e-one/poster.jpg"), "shorter");

    assertThat(words())
        .containsExactly(
            "MISSING " + Stock.footage("one") + " [slug-one]",
            "CHANGED editions/e-one/poster.jpg [slug-one]",
            "CHANGED editions/e-two/poster.jpg [slug-two]");
  }

  @Test
  void unknown_isNamed_anEditionByItsFolder_andIsNoLoss() throws Exception {
    Files.createDirectories(stock.file("editions/stray"));
    Files.writeString(stock.file("editions/stray/a.mp4"), "a");
    Files.writeString(stock.file("editions/stray/b.mp4"), "b");
    Files.writeString(stock.file("editions/e-one/more.txt"), "m");
    Files.writeString(stock.file("files/note.txt"), "n");

    assertThat(words())
        .containsExactly(
            "UNKNOWN editions/e-one/more.txt []",
            "UNKNOWN editions/stray []",
            "UNKNOWN files/note.txt []");
    assertThat(verify(Watcher.NOBODY)).noneMatch(Damage::isLoss);
  }

  @Test
  void unreadable_isNoFaultOfTheProgram() throws Exception {
    Files.delete(stock.file(Stock.footage("one")));
    // Even root cannot read a folder as a file.
    Files.createDirectory(stock.file(Stock.footage("one")));

    assertThat(verify(Watcher.NOBODY))
        .extracting(Damage::kind)
        .isSubsetOf(Kind.UNREADABLE, Kind.CHANGED)
        .hasSize(1);
  }

  @Test
  void editionPrunedAtThatMoment_isNoDamage() throws Exception {
    assertThat(
            verify(
                (doing, done, all) -> {
                  if (done == 0) {
                    prune("e-two");
                  }
                }))
        .isEmpty();
    assertThat(stock.file("editions/e-two")).doesNotExist();
  }

  /** As the server does: the row first. */
  private void prune(String edition) {
    stock.sql("UPDATE capsule SET edition_id = NULL WHERE edition_id = '" + edition + "'");
    stock.sql("DELETE FROM edition WHERE id = '" + edition + "'");
    try {
      stock.library.storage().removeEdition(edition);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noLibrary_isSaid_andNoneIsMade() {
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> LibraryView.of(nowhere))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("There is no library in " + nowhere);
    assertThat(nowhere).doesNotExist();
  }
}
