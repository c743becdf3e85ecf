package org.capsula.pipeline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one production made of one input, as {@code report.json} and {@code --json} give it; the
 * field names are a contract. An unknown value is null.
 *
 * @param name the folder that was made; null when refused
 * @param videoDecoders decoders that returned pictures, counted where they are opened
 * @param cpuSeconds user and system time of the whole process tree
 * @param peakMemoryBytes resident, of the whole process tree
 */
public record Report(
    int schema,
    String state,
    @Nullable String name,
    SourceFile source,
    int videoDecoders,
    @Nullable Double cpuSeconds,
    @Nullable Double wallSeconds,
    @Nullable Long peakMemoryBytes,
    List<Track> tracks,
    List<LadderStep> ladder,
    @Nullable LoudnessLine loudness,
    List<SubtitleFile> subtitles,
    List<ChapterLine> chapters,
    List<Finding> findings) {

  public static final int SCHEMA = 1;
  public static final String PRODUCED = "produced";

  /** Made, but a person should look before anybody else does. */
  public static final String HELD = "held";

  public static final String REFUSED = "refused";

  /** An input of which nothing could be made. */
  public static Report refused(String file, Finding why) {
    return new Report(
        SCHEMA,
        REFUSED,
        null,
        SourceFile.unknown(file),
        0,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(why));
  }

  public boolean isRefused() {
    return state.equals(REFUSED);
  }

  /**
   * @param width displayed, after rotation and pixel aspect
   * @param height displayed, after rotation and pixel aspect
   * @param frameRate frames a second that the film is encoded with
   * @param rotation clockwise degrees a player must turn the stored picture
   * @param hdr {@code pq} or {@code hlg}; null for ordinary pictures
   */
  public record SourceFile(
      String file,
      @Nullable String container,
      @Nullable Double durationSeconds,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Double frameRate,
      @Nullable String videoCodec,
      @Nullable String audioCodec,
      @Nullable Integer rotation,
      @Nullable String hdr) {
    static SourceFile unknown(String file) {
      return new SourceFile(file, null, null, null, null, null, null, null, null, null);
    }
  }

  /**
   * @param kind {@code video}, {@code audio} or {@code subtitles}
   * @param codecs as in RFC 6381
   * @param averageBandwidth bit/s of the track alone
   * @param bandwidth peak bit/s of the track alone
   */
  public record Track(
      String file,
      String kind,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Double frameRate,
      @Nullable String language,
      @Nullable String role,
      String codecs,
      long bytes,
      long averageBandwidth,
      long bandwidth) {}

  /** Whether a rung was encoded, and why. */
  public record LadderStep(int height, boolean kept, String reason) {}

  /**
   * @param inputLufs of the footage's main sound
   */
  public record LoudnessLine(double inputLufs, double outputLufs, @Nullable Double truePeakDbtp) {}

  /**
   * @param charset IANA name
   * @param cues how many are shown
   */
  public record SubtitleFile(
      String file,
      @Nullable String language,
      String role,
      @Nullable String format,
      @Nullable String charset,
      int cues,
      List<Finding> findings) {}

  /** A named place in the film. */
  public record ChapterLine(double startSeconds, String title) {}
}
