package org.capsula.pipeline.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.production.Progress.Step;
import org.capsula.pipeline.publication.EditionFolder;
import org.capsula.pipeline.report.Report;
import org.capsula.pipeline.storage.PartialFolder;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.Storage;

/** From footage in storage to an edition in storage. */
final class EditionRecipe {
  /** 128 bits: two editions never meet by chance, and addresses stay readable. */
  private static final int ID_LENGTH = 32;

  private EditionRecipe() {}

  static MadeEdition make(Recipe recipe, String footageSha256, Storage storage, Progress progress)
      throws UnreadableMediaException, IOException {
    Optional<MadeEdition> before = finished(recipe, footageSha256, storage);
    if (before.isPresent()) {
      progress.at(Step.PACKAGING, 100);
      return before.get();
    }
    UseMeter meter = UseMeter.start();
    String name = GrowingFilm.workName(recipe, footageSha256);
    try (PartialFolder folder = PartialFolder.ofLibrary(storage.work(), name);
        DecoderProcess decoder = DecoderProcess.start(folder.scratch())) {
      progress.begins(decoder);
      Film film = Encoding.run(recipe, decoder, folder, progress);
      EditionFolder.write(folder.content(), film.storyboard(), film.tracks());
      Report report = Reports.of(film, null, meter.stop(decoder));
      MadeEdition made = describe(film, report, files(folder.content()));
      storage.adoptEdition(folder.content(), made.id());
      storage.keepNote(recipe.words(footageSha256), Json.compact(made));
      progress.at(Step.PACKAGING, 100);
      return made;
    }
  }

  static Optional<MadeEdition> finished(Recipe recipe, String footageSha256, Storage storage)
      throws IOException {
    return storage
        .note(recipe.words(footageSha256))
        .flatMap(EditionRecipe::read)
        .filter(made -> Files.exists(storage.edition(made.id())));
  }

  private static Optional<MadeEdition> read(String note) {
    try {
      return Optional.of(Json.read(note, MadeEdition.class));
    } catch (IllegalArgumentException e) {
      // Of another version of this program, perhaps: the edition is made again.
      return Optional.empty();
    }
  }

  private static List<Edition.File> files(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.list(folder)) {
      paths = found.sorted().toList();
    }
    List<Edition.File> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(new Edition.File(path.getFileName().toString(), Files.size(path), Sha256.of(path)));
    }
    return files;
  }

  private static MadeEdition describe(Film film, Report report, List<Edition.File> files) {
    String id =
        Sha256.of(
                files.stream()
                    .map(file -> file.sha256() + "  " + file.name() + "\n")
                    .collect(Collectors.joining()))
            .substring(0, ID_LENGTH);
    Optional<EncodedTrack> largest =
        film.tracks().stream().filter(EncodedTrack::isVideo).findFirst();
    return new MadeEdition(
        id,
        EditionStore.length(film.tracks()),
        largest.map(track -> track.index().width()).orElse(null),
        largest.map(track -> track.index().height()).orElse(null),
        report,
        new Edition.Content(files, film.tracks(), chapters(report)));
  }

  private static List<Edition.ChapterMark> chapters(Report report) {
    return report.chapters().stream()
        .map(
            chapter ->
                new Edition.ChapterMark(
                    Duration.ofMillis(Math.round(chapter.startSeconds() * 1000)), chapter.title()))
        .toList();
  }
}
