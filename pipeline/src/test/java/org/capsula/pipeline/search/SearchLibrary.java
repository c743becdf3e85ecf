package org.capsula.pipeline.search;

import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.capsula.pipeline.catalog.TestCatalogue;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.subtitles.Role;

/** A library whose capsules say what a test has them say; each cue lasts ten seconds. */
final class SearchLibrary implements AutoCloseable {
  final Library library;
  final TestCatalogue catalogue;
  private Search search;

  SearchLibrary(Path folder) {
    library = TestDatabase.library(folder);
    catalogue = new TestCatalogue(library.database());
    search = new Search(library);
  }

  Search search() {
    return search;
  }

  /** As the program does when it is started again. */
  void startAgain() {
    search.close();
    search = new Search(library);
  }

  void follow() {
    try {
      search.follow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void title(String id, String language, String title) {
    CapsuleTexts texts = new CapsuleTexts(new Texts(Map.of(language, title)), Texts.NONE, Map.of());
    catalogue.database.useTransaction(s -> new CapsuleTextStore(s).replace(id, texts));
  }

  void say(String id, String language, String... cues) {
    StoredFile webvtt = store(cues);
    Track track = track(id, language, webvtt);
    catalogue.database.useTransaction(
        s -> {
          new StoredFileStore(s).save(webvtt, NOON);
          new TrackStore(s).save(track);
        });
  }

  StoredFile store(String... cues) {
    StringBuilder webvtt = new StringBuilder("WEBVTT\n");
    for (int i = 0; i < cues.length; i++) {
      webvtt.append("\n%s --> %s\n%s\n".formatted(time(10 * i), time(10 * i + 10), cues[i]));
    }
    try {
      return library.storage().store(webvtt.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String time(int seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return "%02d:%02d.000".formatted(time.toMinutes(), time.toSecondsPart());
  }

  static String trackId(String id, String language) {
    return id + "-" + language;
  }

  static Track track(String id, String language, StoredFile webvtt) {
    return new Track(
        trackId(id, language),
        id,
        language,
        Role.SUBTITLES,
        webvtt.sha256(),
        "film.vtt",
        "webvtt",
        "UTF-8",
        webvtt.sha256(),
        webvtt.bytes(),
        1,
        "[]",
        NOON);
  }

  /** Whatever the index knows, without a word on who may see it. */
  Set<String> find(String typed) {
    return new TreeSet<>(search.find(Question.of(typed), Filter.ALL, 10_000).languages().keySet());
  }

  @Override
  public void close() {
    search.close();
    library.close();
  }
}
