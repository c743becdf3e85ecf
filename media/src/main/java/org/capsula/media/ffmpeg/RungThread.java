package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOMEM;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * A rung's encoder in a thread of its own, so that the rungs share the processors: the encoder
 * itself has one thread, as its bytes must not depend on which of several was faster.
 */
final class RungThread implements AutoCloseable {
  /** Frames that may wait: enough to bridge the encoder's unevenness, 100 MB of 4K at most. */
  private static final int WAITING = 8;

  private static final long LOOK_MILLIS = 200;

  private final RungEncoder encoder;

  /** Empty behind the last frame. */
  private final BlockingQueue<Optional<AVFrame>> queue = new ArrayBlockingQueue<>(WAITING);

  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile boolean abandoned;
  private long seenPackets;

  RungThread(RungEncoder encoder, String name) {
    this.encoder = encoder;
    thread = new Thread(this::run, name);
    // A production that is given up must not keep the process.
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((dead, thrown) -> failure = thrown);
    thread.start();
  }

  /** Takes a reference to the frame; waits where the encoder is behind. */
  void accept(AVFrame frame, Headway headway) throws LibavException {
    AVFrame own = av_frame_clone(frame);
    if (own == null) {
      throw new LibavException("keep a frame", AVERROR_ENOMEM());
    }
    hand(Optional.of(own), headway);
    rethrow();
  }

  /** Waits until every frame is in the file. */
  void finish(Headway headway) throws LibavException {
    hand(Optional.empty(), headway);
    try {
      while (thread.isAlive()) {
        thread.join(LOOK_MILLIS);
        tell(headway);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    rethrow();
  }

  private void hand(Optional<AVFrame> frame, Headway headway) {
    try {
      // A thread that has failed takes no more; what it met is told by who called.
      while (thread.isAlive() && !queue.offer(frame, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        tell(headway);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Only where packets came: an encoder that hangs must not look alive. */
  private void tell(Headway headway) {
    long packets = encoder.packets();
    if (packets > seenPackets) {
      seenPackets = packets;
      headway.goesOn();
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("nobody interrupts the one pass", e);
  }

  private void rethrow() throws LibavException {
    Throwable thrown = failure;
    if (thrown instanceof LibavException failed) {
      throw failed;
    }
    if (thrown != null) {
      throw new IllegalStateException(thrown);
    }
  }

  private void run() {
    try {
      for (var next = queue.take(); next.isPresent(); next = queue.take()) {
        encode(next.get());
      }
      if (!abandoned) {
        encoder.finish();
      }
    } catch (LibavException | InterruptedException e) {
      failure = e;
    }
  }

  private void encode(AVFrame frame) throws LibavException {
    try {
      if (!abandoned) {
        encoder.accept(frame);
      }
    } finally {
      av_frame_free(frame);
    }
  }

  @Override
  public void close() {
    abandoned = true;
    try {
      while (thread.isAlive()) {
        queue.offer(Optional.empty(), LOOK_MILLIS, TimeUnit.MILLISECONDS);
        thread.join(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    queue.forEach(waiting -> waiting.ifPresent(frame -> av_frame_free(frame)));
    encoder.close();
  }
}
