package org.capsula.pipeline.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.capsula.media.decoder.DecoderFailedException;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.production.Progress.Step;
import org.capsula.pipeline.publication.FilmFolder;
import org.capsula.pipeline.report.Findings;
import org.capsula.pipeline.report.Report;
import org.capsula.pipeline.storage.PartialFolder;
import org.capsula.pipeline.storage.Storage;
import org.jspecify.annotations.Nullable;

/** The recipes, from top to bottom: footage in, a playable folder or an edition out. */
public final class Producer {
  /**
   * Makes one film into a folder of its own.
   *
   * @return what was made, or why it was refused; nothing stands at the target then
   * @throws MachineFailureException where the machine fails: a full disk, a killed decoder
   */
  public Report produce(Order order, Progress progress) {
    String name = order.recipe().footageName();
    try {
      FileType.requireFootage(order.footage());
      return produceFolder(order, progress);
    } catch (UnreadableMediaException e) {
      return Report.refused(name, Findings.refusal(e.code(), name + ": " + e.getMessage() + "."));
    } catch (DecoderFailedException e) {
      throw failure(name, full(e, order.directory()), e);
    } catch (IOException | UncheckedIOException e) {
      throw failure(name, isDiskFull(e) ? order.directory() : null, e);
    }
  }

  private static Report produceFolder(Order order, Progress progress)
      throws UnreadableMediaException, IOException {
    UseMeter meter = UseMeter.start();
    try (PartialFolder folder = PartialFolder.in(order.directory());
        DecoderProcess decoder = DecoderProcess.start(folder.scratch())) {
      progress.begins(decoder);
      Film film = Encoding.run(order.recipe(), decoder, folder, progress);
      FilmFolder publication =
          new FilmFolder(
              folder.content(),
              title(order),
              film.storyboard(),
              film.tracks(),
              film.subtitleTracks());
      publication.write();
      decoder.remux(publication.download());

      Report report =
          Reports.of(film, order.target().getFileName().toString(), meter.stop(decoder));
      Files.writeString(folder.content().resolve("report.json"), Json.indented(report));
      folder.moveTo(order.target());
      progress.at(Step.PACKAGING, 100);
      return report;
    }
  }

  /**
   * Makes one film into an edition. What an earlier attempt had finished before it was cut off is
   * made again only where its report was lost with it.
   *
   * @throws RefusedFootageException where nothing can be made of it
   * @throws MachineFailureException where the machine fails
   */
  public MadeEdition makeEdition(
      Recipe recipe, String footageSha256, Storage storage, Progress progress)
      throws RefusedFootageException {
    String name = recipe.footageName();
    try {
      FileType.requireFootage(recipe.footage());
      return EditionRecipe.make(recipe, footageSha256, storage, progress);
    } catch (UnreadableMediaException e) {
      throw new RefusedFootageException(e.code(), name + ": " + e.getMessage() + ".", e);
    } catch (DecoderFailedException e) {
      throw failure(name, full(e, storage.work()), e);
    } catch (IOException | UncheckedIOException e) {
      throw failure(name, isDiskFull(e) ? storage.work() : null, e);
    }
  }

  /**
   * The edition that an earlier attempt has finished, where one has: the next will take it as it
   * is.
   */
  public Optional<String> finished(Recipe recipe, String footageSha256, Storage storage)
      throws IOException {
    return EditionRecipe.finished(recipe, footageSha256, storage).map(MadeEdition::id);
  }

  /** As the footage's author wrote it: the folder's name has lost what addresses cannot hold. */
  private static String title(Order order) {
    String name = order.recipe().footageName();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static boolean isDiskFull(Exception cause) {
    return String.valueOf(cause.getMessage()).contains("No space left");
  }

  private static @Nullable Path full(DecoderFailedException e, Path target) {
    return e.isDiskFull() ? e.fullFolder().orElse(target) : null;
  }

  /**
   * @param full the folder whose disk is; null where none is
   */
  private static MachineFailureException failure(
      String name, @Nullable Path full, Exception cause) {
    String what =
        full == null
            ? words(cause)
            : "the disk of " + full + " is full; free some space and run it again";
    return new MachineFailureException(name + ": " + what + ".", cause);
  }

  /** Java's message of a refused file is often its path alone. */
  private static String words(Exception cause) {
    if (!(cause instanceof FileSystemException refused)) {
      return String.valueOf(cause.getMessage());
    }
    String reason = refused.getReason();
    return refused.getFile()
        + " cannot be written"
        + (reason == null ? "" : " (" + reason + ")")
        + "; check its permissions or choose another folder";
  }
}
