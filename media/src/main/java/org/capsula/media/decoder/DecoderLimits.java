package org.capsula.media.decoder;

import java.nio.file.Path;
import java.time.Duration;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.transcode.TranscodeJob;
import org.jspecify.annotations.Nullable;

/**
 * What one request may take of the machine. Each bound is several times what the hardest honest
 * film needs: it is there for footage that never ends, not for slow machines.
 *
 * @param memoryBytes most resident memory at any moment since the process began
 * @param cpu user and system time of all its threads, whatever the footage is
 * @param cpuPerSecond CPU seconds more for each second of footage that it has come through
 * @param output where it writes; null where it writes next to nothing
 * @param outputBytes what may stand there
 */
record DecoderLimits(
    long memoryBytes, Duration cpu, double cpuPerSecond, @Nullable Path output, long outputBytes) {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private static final int PIXELS_OF_1080P = 1920 * 1080;

  /** A ladder of 1080p at 30 frames a second takes 3 CPU seconds a second; slow presets 10. */
  private static final double CPU_PER_SECOND_OF_1080P30 = 100;

  /** Sound takes 0.01, and its waveform and level as much again. */
  private static final double CPU_PER_SECOND_OF_SOUND = 2;

  /** Over the caps of the rungs' bit rates: sound, indexes, and encoders of a second format. */
  private static final int OUTPUT_FACTOR = 4;

  private static final int BITRATE_BESIDE_THE_RUNGS = 1_000_000;

  /** Work on our own tracks, which nobody can have forged. */
  static final DecoderLimits NONE =
      new DecoderLimits(Long.MAX_VALUE, Duration.ofDays(36_500), 0, null, 0);

  /** Opening may decode a few frames of 8K. How long the film is comes out only meanwhile. */
  static final DecoderLimits OF_INSPECTING =
      new DecoderLimits(3 * GIB, Duration.ofSeconds(60), CPU_PER_SECOND_OF_SOUND, null, 0);

  /** A container without an index is decoded from its beginning to the wanted place. */
  static final DecoderLimits OF_A_STILL =
      new DecoderLimits(3 * GIB, Duration.ofHours(1), 0, null, 0);

  static DecoderLimits ofTranscoding(TranscodeJob job) {
    VideoTrack video = job.info().video();
    long pixels = video == null ? 0 : (long) video.width() * video.height();
    double rate = video == null ? 0 : video.frameRate().toDouble();
    double seconds = job.info().duration().toNanos() / 1e9;
    double cpuPerSecond =
        CPU_PER_SECOND_OF_SOUND + CPU_PER_SECOND_OF_1080P30 * pixels / PIXELS_OF_1080P * rate / 30;
    long bitrate =
        BITRATE_BESIDE_THE_RUNGS + job.rungs().stream().mapToLong(Rung::maxBitrate).sum();
    long memory = (pixels > PIXELS_OF_1080P ? 3 : 2) * GIB;
    return new DecoderLimits(
        job.av1() ? 2 * memory : memory,
        Duration.ofMinutes(10).plusSeconds((long) (cpuPerSecond * seconds)),
        0,
        job.directory(),
        256 * MIB + (long) (OUTPUT_FACTOR * bitrate / 8.0 * seconds));
  }
}
