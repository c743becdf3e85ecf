package org.capsula.pipeline.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.publication.TrackFile;
import org.capsula.pipeline.storage.Storage;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.webvtt.CueText;
import org.jspecify.annotations.Nullable;

/** Gathers what capsules are found by, from the tables and from their text tracks. */
final class Entries {
  private final Database database;
  private final Storage storage;

  Entries(Library library) {
    database = library.database();
    storage = library.storage();
  }

  /** What the tables say of a capsule at one moment. */
  private record Tables(
      EntryStore.Row row, CapsuleTexts texts, @Nullable Situation situation, List<Track> tracks) {}

  /** Nothing of those that are gone, or of which there is no film yet. */
  List<Entry> of(Collection<String> ids) throws IOException {
    List<Entry> entries = new ArrayList<>();
    // The files are read when the look into the tables is over.
    for (Tables tables : database.look(session -> tables(session, ids))) {
      entries.add(entry(tables));
    }
    return entries;
  }

  private static List<Tables> tables(Session session, Collection<String> ids) {
    List<EntryStore.Row> rows = ids.isEmpty() ? List.of() : new EntryStore(session).of(ids);
    List<String> found = rows.stream().map(EntryStore.Row::id).toList();
    Map<String, CapsuleTexts> texts = new CapsuleTextStore(session).byIds(found);
    Map<String, List<Track>> tracks = new TrackStore(session).byCapsules(found);
    Map<String, Situation> situations =
        new SituationStore(session)
            .byIds(
                rows.stream()
                    .flatMap(row -> Stream.ofNullable(row.situationId()))
                    .distinct()
                    .toList());
    return rows.stream()
        .map(
            row ->
                new Tables(
                    row,
                    texts.getOrDefault(row.id(), CapsuleTexts.NONE),
                    row.situationId() == null ? null : situations.get(row.situationId()),
                    tracks.getOrDefault(row.id(), List.of()).stream()
                        .filter(Track::isShown)
                        .toList()))
        .toList();
  }

  private Entry entry(Tables tables) throws IOException {
    Situation situation = tables.situation;
    Map<String, List<String>> said = new TreeMap<>();
    Texts titles = tables.texts.titles();
    add(titles, said);
    add(tables.texts.summaries(), said);
    tables.texts.keywords().forEach((language, words) -> in(language, said).addAll(words));
    if (situation != null) {
      add(situation.titles(), said);
      add(situation.narratives(), said);
    }
    for (Track track : tables.tracks) {
      in(track.language(), said).add(spoken(track, tables.row.part()));
    }
    return new Entry(
        tables.row.id(),
        tables.row.length(),
        tables.tracks.stream().map(Track::language).distinct().toList(),
        situation == null ? List.of() : situation.themes(),
        situation == null ? null : situation.country(),
        said.entrySet().stream()
            .map(
                one ->
                    new Entry.Said(
                        one.getKey(), titles.byLanguage().get(one.getKey()), one.getValue()))
            .toList());
  }

  private static void add(Texts texts, Map<String, List<String>> said) {
    texts.byLanguage().forEach((language, text) -> in(language, said).add(text));
  }

  private static List<String> in(String language, Map<String, List<String>> said) {
    return Objects.requireNonNull(said.computeIfAbsent(language, any -> new ArrayList<>()));
  }

  /** All of its cues as one text: a sentence may go on in the next cue. */
  private String spoken(Track track, Trim part) throws IOException {
    try {
      return TrackFile.read(storage, track, part).content().cues().stream()
          .map(Cue::text)
          .map(CueText::plain)
          .collect(Collectors.joining("\n"));
    } catch (NoSuchFileException e) {
      // Pruned since the look: the change that was made then is still to come.
      return "";
    }
  }
}
