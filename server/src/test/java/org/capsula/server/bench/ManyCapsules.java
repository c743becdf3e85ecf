package org.capsula.server.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capsula.media.Rational;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.subtitles.Role;

/**
 * A catalogue of a school that has been at it for years, written through the stores. No film is
 * there: footage and media are named but hold no bytes, since pages and API never read them.
 */
final class ManyCapsules {
  static final List<String> LANGUAGES = List.of("fr", "el", "ro", "de", "lb", "en");
  static final List<String> THEMES =
      List.of("logement", "numérique", "famille", "santé", "école", "emploi", "dette", "migration");

  private static final int[] LADDER = {1080, 720, 540, 360, 234};
  private static final Map<String, String> WORDS =
      Map.of(
          "fr", "Une mère ne parvient pas à joindre la plateforme de l’école",
          "el", "Μια μητέρα δεν μπορεί να συνδεθεί με την πλατφόρμα του σχολείου",
          "ro", "O mamă nu reușește să intre pe platforma școlii",
          "de", "Eine Mutter erreicht die Plattform der Schule nicht",
          "lb", "Eng Mamm kënnt net op d’Plattform vun der Schoul",
          "en", "A mother cannot reach the platform of the school");

  private final Library library;
  private final Instant now;
  private final Subtitles subtitles;

  /** What is said in the n-th film in a language. */
  interface Subtitles {
    StoredFile of(int n, String language);
  }

  /** The same two cues in all. */
  ManyCapsules(Library library, Instant now) throws IOException {
    this(library, now, shared(library));
  }

  ManyCapsules(Library library, Instant now, Subtitles subtitles) {
    this.library = library;
    this.now = now;
    this.subtitles = subtitles;
  }

  private static Subtitles shared(Library library) throws IOException {
    StoredFile webvtt =
        library
            .storage()
            .store(
                "WEBVTT\n\n00:00.000 --> 00:20.000\nThe form\n\n00:20.000 --> 02:00.000\nThe call\n");
    return (n, language) -> webvtt;
  }

  /** As many that may be seen, and a tenth on top that may not: drafts, closed, opening later. */
  void add(int visible) {
    int all = visible + visible / 10;
    for (int first = 0; first < all; first += 50) {
      int from = first;
      library
          .database()
          .useTransaction(
              session -> {
                for (int n = from; n < Math.min(from + 50, all); n++) {
                  add(session, n, n < visible);
                }
              });
    }
  }

  static String slug(int n) {
    return "la-plateforme-de-l-ecole-" + n;
  }

  private void add(Session session, int n, boolean visible) {
    StoredFile footage = new StoredFile(Sha256.of("footage " + n), 300_000_000, true);
    StoredFileStore files = new StoredFileStore(session);
    files.save(footage, now);
    String id = "capsule-" + n;
    new CapsuleStore(session).insert(capsule(session, n, id, footage));
    new CapsuleTextStore(session)
        .replace(id, new CapsuleTexts(texts(n, 1), texts(n, 6), Map.of("fr", List.of("écran"))));
    TrackStore tracks = new TrackStore(session);
    for (String language : LANGUAGES) {
      StoredFile webvtt = subtitles.of(n, language);
      files.save(webvtt, now);
      tracks.save(track(id, language, Role.SUBTITLES, webvtt));
      if (n % 3 == 0 && language.equals("fr")) {
        tracks.save(track(id, language, Role.CHAPTERS, webvtt));
      }
    }
    edition(session, n, id);
    release(session, n, id, visible);
  }

  private Capsule capsule(Session session, int n, String id, StoredFile footage) {
    String situation = "situation-" + n / 2;
    new SituationStore(session)
        .save(
            new Situation(
                situation,
                texts(n, 1),
                texts(n, 12),
                List.of(THEMES.get(n % THEMES.size()), THEMES.get(n / 7 % THEMES.size())),
                List.of("BE", "FR", "GR", "LU", "RO").get(n % 5)),
            now);
    String collection = new CollectionStore(session).findOrMake(texts(n / 20, 1), now);
    return new Capsule(
        id,
        slug(n),
        footage.sha256(),
        "film-" + n + ".mov",
        LANGUAGES.get(n % 3),
        situation,
        collection,
        n % 20,
        null,
        null,
        now);
  }

  private static Texts texts(int n, int sentences) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      texts.put(language, (WORDS.get(language) + " " + n + ". ").repeat(sentences).strip());
    }
    return new Texts(texts);
  }

  private Track track(String capsule, String language, Role role, StoredFile webvtt) {
    return new Track(
        capsule + language + role,
        capsule,
        language,
        role,
        webvtt.sha256(),
        "film." + language + ".srt",
        "srt",
        "UTF-8",
        webvtt.sha256(),
        webvtt.bytes(),
        2,
        "[]",
        now);
  }

  private void edition(Session session, int n, String id) {
    int segments = 30 + n % 195;
    List<EncodedTrack> tracks = new ArrayList<>();
    List<Edition.File> files = new ArrayList<>();
    for (int lines : LADDER) {
      tracks.add(encoded("video-" + lines + ".mp4", lines, segments));
    }
    tracks.add(encoded("audio.mp4", 0, segments));
    for (EncodedTrack track : tracks) {
      files.add(new Edition.File(track.file(), track.bytes(), Sha256.of(track.file() + n)));
      files.add(new Edition.File(track.playlist(), 9_000, Sha256.of(track.playlist() + n)));
    }
    for (String still : List.of("poster.jpg", "storyboard.jpg", "storyboard.vtt")) {
      files.add(new Edition.File(still, 40_000, Sha256.of(still + n)));
    }
    String editionId = Sha256.of("edition " + n);
    Duration length = Duration.ofSeconds(4L * segments);
    new EditionStore(session)
        .insert(
            new Edition(editionId, length, 1920, 1080, false, "{}", now),
            new Edition.Content(files, tracks, List.of()));
    new CapsuleStore(session).showEdition(id, editionId);
  }

  private static EncodedTrack encoded(String file, int lines, int count) {
    List<Segment> segments = new ArrayList<>();
    long bytes = 900;
    for (int i = 0; i < count; i++) {
      long length = 20_000L + lines * 1_000L + i % 7 * 1_000L;
      segments.add(new Segment(bytes, length, 4.0 * i, 4));
      bytes += length;
    }
    String codec = lines == 0 ? "mp4a.40.2" : "avc1.640028";
    return new EncodedTrack(
        file,
        lines,
        lines == 0 ? null : Rational.of(25),
        lines == 0 ? "fr" : null,
        null,
        bytes,
        new TrackIndex(900, codec, lines * 16 / 9, lines, segments));
  }

  /** Every tenth will close; every fifth asks for languages, which it has. */
  private void release(Session session, int n, String id, boolean visible) {
    if (!visible && n % 3 == 0) {
      return;
    }
    Instant opens = now.minus(Duration.ofHours(n + 1L));
    Instant closes = n % 10 == 0 ? now.plus(Duration.ofDays(30)) : null;
    if (!visible) {
      boolean later = n % 3 == 1;
      opens = later ? now.plus(Duration.ofDays(30)) : opens;
      closes = later ? null : now.minusSeconds(60);
    }
    List<String> required = n % 5 == 0 ? List.of("fr", "el") : List.of();
    new ReleaseStore(session)
        .save(
            Release.of(id, Audience.PUBLIC, opens, closes, ZoneId.of("Europe/Brussels"), required));
  }
}
