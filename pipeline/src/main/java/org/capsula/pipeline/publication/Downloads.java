package org.capsula.pipeline.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.capsula.media.decoder.DecoderFailedException;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.storage.PartialFolder;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Films as one file, made when somebody first asks: the streams are copied, which takes about as
 * long as copying the file. Made ones are kept for a while after they were last asked for, and may
 * be deleted at any time. Anybody may ask, so all that a request can cost is bounded: processes,
 * threads, time and disk.
 */
public final class Downloads {
  private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
  public static final Duration KEPT = Duration.ofDays(30);

  /** A film that could not be made just now will not be better for the next viewer. */
  private static final Duration FAILED = Duration.ofMinutes(1);

  /** What the rest of the machine should keep. */
  private static final long RESERVE = 64_000_000;

  private static final long SECONDS_FOR_A_PLACE = 3;
  private static final long SECONDS_FOR_ANOTHERS = 20;

  private final Storage storage;
  private final Clock clock;
  private final Duration lease;

  /** Copying is the disk's work, and more at once are each slower. */
  private final Semaphore places = new Semaphore(2);

  /** Whoever makes or waits holds one of the server's threads; the pages need the others. */
  private final Semaphore patience = new Semaphore(16);

  private final ConcurrentMap<String, CountDownLatch> making = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Instant> failed = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease of downloads");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param lease how long a decoder may give no sign of life before it is ended
   */
  public Downloads(Storage storage, Clock clock, Duration lease) {
    this.storage = storage;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * The file, made where it is not there yet.
   *
   * @param subtitles with other ones it is another file
   * @return empty where it cannot be had now; the log says why, unless others are just being made
   */
  public Optional<Made> get(
      String editionId, List<EncodedTrack> tracks, List<SubtitleTrack> subtitles)
      throws IOException {
    StringBuilder content = new StringBuilder(editionId);
    subtitles.forEach(track -> content.append('\n').append(track.name()).append(track.webVtt()));
    String key = Sha256.of(content.toString());
    Path file = storage.download(key);
    if (!Files.exists(file) && !hasFailed(key) && patience.tryAcquire()) {
      try {
        makeOrWait(key, () -> make(editionId, tracks, subtitles, file), file);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException | UnreadableMediaException | DecoderFailedException e) {
        failed.put(key, clock.instant().plus(FAILED));
        LOG.warn("the download of {} could not be made", editionId, e);
      } finally {
        patience.release();
      }
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    storage.rememberDownload(file, clock.instant());
    return Optional.of(new Made(file, key));
  }

  private boolean hasFailed(String key) {
    Instant now = clock.instant();
    failed.values().removeIf(until -> until.isBefore(now));
    return failed.containsKey(key);
  }

  /** Two viewers of one film wait for one making of it. */
  private void makeOrWait(String key, Making task, Path file)
      throws IOException, UnreadableMediaException, InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch others = making.putIfAbsent(key, done);
    if (others != null) {
      // Whether it came to be is seen by the file.
      boolean unused = others.await(SECONDS_FOR_ANOTHERS, TimeUnit.SECONDS);
      return;
    }
    try {
      if (places.tryAcquire(SECONDS_FOR_A_PLACE, TimeUnit.SECONDS)) {
        try {
          // It may have come to be between the look and the turn.
          if (!Files.exists(file)) {
            task.run();
          }
        } finally {
          places.release();
        }
      }
    } finally {
      making.remove(key);
      done.countDown();
    }
  }

  private void make(
      String editionId, List<EncodedTrack> tracks, List<SubtitleTrack> subtitles, Path file)
      throws IOException, UnreadableMediaException {
    long coming =
        Stream.of(Download.video(tracks), Download.audio(tracks))
            .flatMap(Optional::stream)
            .mapToLong(EncodedTrack::bytes)
            .sum();
    storage.forgetDownloads(clock.instant().minus(KEPT), coming);
    if (storage.freeBytes() < coming + RESERVE) {
      throw new IOException("the disk has too little space left for " + coming + " bytes more");
    }
    try (PartialFolder folder = PartialFolder.ofLibrary(storage.work());
        DecoderProcess decoder = DecoderProcess.start(folder.scratch())) {
      Path aside = folder.content().resolve("download.mp4");
      ScheduledFuture<?> watch = watch(decoder);
      try {
        decoder.remux(Download.job(storage.edition(editionId), tracks, subtitles, aside));
      } finally {
        watch.cancel(false);
      }
      storage.adoptDownload(aside, file);
    }
  }

  /** A frozen child would hold its place, and whoever waits for it, for ever. */
  private ScheduledFuture<?> watch(DecoderProcess decoder) {
    return timer.scheduleWithFixedDelay(
        () -> {
          if (decoder.silence().compareTo(lease) > 0) {
            decoder.endNow("it gave no sign of life");
          }
        },
        1,
        1,
        TimeUnit.SECONDS);
  }

  private interface Making {
    void run() throws IOException, UnreadableMediaException;
  }

  /**
   * @param tag names the very bytes
   */
  public record Made(Path file, String tag) {}
}
