package org.capsula.pipeline.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.capsula.media.decoder.DecoderFailedException;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.storage.PartialFolder;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.Storage;

/**
 * Films as one file, made when somebody first asks: the streams are copied, which takes about as
 * long as copying the file. Made ones are kept for a while after they were last asked for, and may
 * be deleted at any time.
 */
public final class Downloads {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Storage storage;
  private final Clock clock;
  private final ConcurrentMap<String, Object> making = new ConcurrentHashMap<>();

  public Downloads(Storage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * The file, made where it is not there yet.
   *
   * @param subtitles with other ones it is another file
   * @throws IOException where it cannot be made now; its message is for the log
   */
  public Made get(String editionId, List<EncodedTrack> tracks, List<SubtitleTrack> subtitles)
      throws IOException {
    StringBuilder content = new StringBuilder(editionId);
    subtitles.forEach(track -> content.append('\n').append(track.name()).append(track.webVtt()));
    String key = Sha256.of(content.toString());
    Path file = storage.download(key);
    // Two viewers of one film wait for one making of it.
    synchronized (making.computeIfAbsent(key, any -> new Object())) {
      if (!Files.exists(file)) {
        storage.forgetDownloads(clock.instant().minus(KEPT));
        make(storage.edition(editionId), tracks, subtitles, file);
      }
      storage.rememberDownload(file, clock.instant());
    }
    making.remove(key);
    return new Made(file, key);
  }

  private void make(
      Path edition, List<EncodedTrack> tracks, List<SubtitleTrack> subtitles, Path file)
      throws IOException {
    try (PartialFolder folder = PartialFolder.ofLibrary(storage.work());
        DecoderProcess decoder = DecoderProcess.start(folder.scratch())) {
      Path aside = folder.content().resolve("download.mp4");
      decoder.remux(Download.job(edition, tracks, subtitles, aside));
      storage.adoptDownload(aside, file);
    } catch (UnreadableMediaException | DecoderFailedException e) {
      throw new IOException("the download of " + edition + " could not be made", e);
    }
  }

  /**
   * @param tag names the very bytes
   */
  public record Made(Path file, String tag) {}
}
