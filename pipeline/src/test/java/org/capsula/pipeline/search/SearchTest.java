package org.capsula.pipeline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Lasting;
import org.capsula.pipeline.revision.Revision;
import org.capsula.pipeline.revision.RevisionStore;
import org.capsula.pipeline.storage.StoredFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the index holds, and that it follows what is said. */
class SearchTest {
  @TempDir private Path folder;

  private SearchLibrary library;

  @BeforeEach
  void open() {
    library = new SearchLibrary(folder);
    library.catalogue.addOpen("a");
    library.catalogue.addOpen("b");
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void allThatIsSaid_isFound() {
    CapsuleTexts texts =
        new CapsuleTexts(
            new Texts(Map.of("fr", "Le guichet")),
            new Texts(Map.of("fr", "Une dame attend.")),
            Map.of("fr", List.of("accueil")));
    library.catalogue.database.useTransaction(s -> new CapsuleTextStore(s).replace("a", texts));
    library.catalogue.situate(
        "a",
        new Situation(
            "s",
            new Texts(Map.of("el", "Η ουρά")),
            new Texts(Map.of("el", "Περιμένουν πολλοί.")),
            List.of(),
            null));
    library.say("a", "ro", "Vă rog, <i>așteptați</i> aici.", "Mulțumesc &amp; la revedere.");
    library.follow();

    assertThat(Stream.of("guichet", "dame", "ACCUEIL", "ουρα", "πολλοι", "asteptati", "revedere"))
        .allSatisfy(word -> assertThat(library.find(word)).as(word).containsExactly("a"));
    assertThat(library.find("amp")).isEmpty();
    assertThat(library.find("i")).isEmpty();
  }

  @Test
  void correctedCue_isFoundByItsNewWords() {
    library.say("a", "fr", "Bonjour madame");
    library.follow();
    StoredFile corrected = library.store("Bonsoir monsieur");
    library.catalogue.database.useTransaction(
        s -> {
          new StoredFileStore(s).save(corrected, NOON);
          new RevisionStore(s)
              .add(
                  new Revision(
                      SearchLibrary.trackId("a", "fr"),
                      2,
                      corrected.sha256(),
                      corrected.bytes(),
                      1,
                      "[]",
                      NOON,
                      null,
                      null));
        });
    library.follow();

    assertThat(library.find("monsieur")).containsExactly("a");
    assertThat(library.find("madame")).isEmpty();
  }

  @Test
  void removedTrack_isFoundNoMore() {
    library.say("a", "fr", "Bonjour madame");
    library.follow();
    library.catalogue.database.useTransaction(
        s -> new TrackStore(s).remove(SearchLibrary.trackId("a", "fr")));
    library.follow();

    assertThat(library.find("madame")).isEmpty();
  }

  @Test
  void newTexts_areFollowed() {
    library.title("a", "fr", "Le guichet");
    library.follow();
    library.title("a", "fr", "Le comptoir");
    library.follow();

    assertThat(library.find("comptoir")).containsExactly("a");
    assertThat(library.find("guichet")).isEmpty();
  }

  @Test
  void situationOfTwo_whenItChanges_changesBoth() {
    Situation first = situation("La file");
    library.catalogue.situate("a", first);
    library.catalogue.situate("b", first);
    library.follow();
    library.catalogue.situate("a", situation("Le rang"));
    library.follow();

    assertThat(library.find("rang")).containsExactly("a", "b");
    assertThat(library.find("file")).isEmpty();
  }

  private static Situation situation(String title) {
    return new Situation("s", new Texts(Map.of("fr", title)), Texts.NONE, List.of("famille"), "BE");
  }

  /** What was cut away was cut away for a reason. */
  @Test
  void editionOfAPart_isFoundByThatPartAlone() {
    library.catalogue.addEdition("a", "part", Duration.ofSeconds(10));
    library.say("a", "fr", "avant", "pendant", "après");
    library.catalogue.database.useTransaction(
        s ->
            new CapsuleStore(s)
                .showEdition(
                    "a", "apart", new Trim(Duration.ofSeconds(10), Duration.ofSeconds(20))));
    library.follow();

    assertThat(library.find("pendant")).containsExactly("a");
    assertThat(library.find("avant")).isEmpty();
    assertThat(library.find("après")).isEmpty();
  }

  @Test
  void capsuleWithoutAnEdition_isNotThere() {
    library.catalogue.addDraft("c");
    library.title("c", "fr", "Le guichet");
    library.follow();

    assertThat(library.find("guichet")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"mère appelle\"        | true",
        "\"appelle l’école\"     | true",
        "\"école la\"            | true",
        "\"tarde une\"           | false",
        "\"guichet une\"         | false",
        "mère guichet            | true",
        "mère Mutter             | false",
        "mère inconnue           | false",
        "\"mère\" école          | true"
      })
  void words_mustAllBeSaidInOneLanguage(String typed, boolean found) {
    library.title("a", "fr", "Le guichet");
    library.say("a", "fr", "Une mère appelle", "l’école.", "La réponse tarde.");
    library.say("a", "de", "Eine Mutter ruft an.");
    library.follow();

    assertThat(library.find(typed).contains("a")).isEqualTo(found);
  }

  @Test
  void titles_comeFirst() {
    library.say("a", "fr", "guichet", "un", "deux", "trois");
    library.title("b", "fr", "guichet");
    library.follow();

    assertThat(library.search().find(Question.of("guichet"), Filter.ALL, 10).languages().keySet())
        .containsExactly("b", "a");
  }

  @Test
  void filters_narrow() {
    library.catalogue.situate("a", situation("La file"));
    library.say("a", "el", "όνομα");
    library.title("b", "fr", "La file");
    library.follow();

    assertThat(narrowed(Filter.ALL)).contains(List.of("a", "b"));
    assertThat(narrowed(Filter.ALL.withLanguage("el"))).contains(List.of("a"));
    assertThat(narrowed(Filter.ALL.withThemes(List.of("famille", "x")))).contains(List.of("a"));
    assertThat(narrowed(Filter.ALL.withCountry("BE"))).contains(List.of("a"));
    assertThat(narrowed(Filter.ALL.withCountry("FR"))).contains(List.of());
    assertThat(narrowed(Filter.ALL.withLasting(Lasting.SHORT))).contains(List.of("a", "b"));
    assertThat(narrowed(Filter.ALL.withLasting(Lasting.MIDDLE))).contains(List.of());
    assertThat(library.search().narrowed(Filter.ALL, 1)).isEmpty();
    assertThat(library.search().choices())
        .isEqualTo(new Choices(List.of("el"), List.of("famille"), List.of("BE")));
  }

  private Optional<List<String>> narrowed(Filter filter) {
    return library.search().narrowed(filter, 10).map(ids -> ids.stream().sorted().toList());
  }

  /** What happened while no index was kept is made up for. */
  @Test
  void changesWhileItWasClosed_areFollowed() {
    library.title("a", "fr", "Le guichet");
    library.follow();
    library.startAgain();
    library.title("b", "fr", "Le comptoir");
    library.follow();

    assertThat(library.search().isWhole()).isTrue();
    assertThat(library.find("guichet")).containsExactly("a");
    assertThat(library.find("comptoir")).containsExactly("b");
  }

  @Test
  void missingIndex_isMadeAnew() throws IOException {
    library.title("a", "fr", "Le guichet");
    library.follow();
    library.search().close();
    for (Path file : files()) {
      Files.delete(file);
    }
    library.startAgain();
    library.follow();

    assertThat(library.find("guichet")).containsExactly("a");
  }

  /** Wherever it is broken: a bit of each file, one after the other. */
  @Test
  void brokenIndex_isMadeAnew() throws IOException {
    library.title("a", "fr", "Le guichet");
    library.follow();
    library.search().close();
    int broken = 0;
    for (Path file : files()) {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      if (bytes.length > 0) {
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        broken++;
        library.startAgain();
        library.follow();
        assertThat(library.find("guichet")).as(file.toString()).containsExactly("a");
        library.search().close();
      }
    }
    assertThat(broken).isPositive();
  }

  @Test
  void indexOfTablesThatCameFromABackup_isMadeAnew() {
    library.title("a", "fr", "Le guichet");
    library.follow();
    library.title("a", "fr", "Le comptoir");
    library.follow();
    library.catalogue.database.useTransaction(
        s -> {
          s.handle().execute("UPDATE capsule_text SET title = 'Le guichet'");
          s.handle().execute("UPDATE capsule_change SET number = 1");
        });
    library.startAgain();
    library.follow();

    assertThat(library.find("guichet")).containsExactly("a");
    assertThat(library.find("comptoir")).isEmpty();
  }

  /** More than are looked at together, all under one number. */
  @Test
  void situationOfMany_whenItChanges_changesAll() {
    List<String> ids = IntStream.range(0, 250).mapToObj("c%03d"::formatted).toList();
    ids.forEach(library.catalogue::addOpen);
    ids.forEach(id -> library.catalogue.situate(id, situation("La file")));
    library.follow();
    library.catalogue.situate(ids.get(0), situation("Le rang"));
    library.follow();

    Found found = library.search().find(Question.of("rang"), Filter.ALL, 1000);
    assertThat(found.languages().keySet()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(library.find("file")).isEmpty();
  }

  @Test
  void question_ofAnything_findsWithoutFail() {
    library.title("a", "fr", "Le guichet");
    library.follow();
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      StringBuilder typed = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        typed.append(QuestionTest.character(random));
      }
      String question = typed.toString();
      assertThatCode(() -> library.find(question)).as(question).doesNotThrowAnyException();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("search"))) {
      return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }
}
