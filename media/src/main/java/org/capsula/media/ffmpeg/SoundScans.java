package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.SoundRole;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;

/** All sound tracks of a footage that can be decoded, and which of them become sounds of a film. */
final class SoundScans implements AutoCloseable {
  /** Each is decoded twice and encoded; a film in more languages comes as several films. */
  private static final int MOST = 8;

  private final List<SoundScan> scans = new ArrayList<>();
  private final List<AVStream> undecodable = new ArrayList<>();
  private final List<AudioTrack> used = new ArrayList<>();
  private int notUsed;

  /**
   * @param main the one that libav* takes for it; null where it finds none
   */
  SoundScans(Source source, @Nullable AVStream main, Duration start, Trim trim) {
    if (main != null) {
      open(main, start, trim);
    }
    for (int i = 0; i < source.context().nb_streams(); i++) {
      AVStream stream = source.stream(i);
      boolean other = main == null || i != main.index();
      if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO && other) {
        open(stream, start, trim);
      }
    }
  }

  private void open(AVStream stream, Duration start, Trim trim) {
    if (scans.size() == MOST) {
      notUsed++;
      return;
    }
    try {
      scans.add(new SoundScan(stream, start, trim));
    } catch (LibavException e) {
      // A phone's spatial sound, which lies beside an ordinary one.
      undecodable.add(stream);
    }
  }

  /** Those that packets are wanted of. */
  List<SoundScan> all() {
    return scans;
  }

  void finish() throws LibavException {
    for (SoundScan scan : scans) {
      scan.finish();
    }
    SoundScan main = main();
    if (main == null) {
      return;
    }
    used.add(AudioTracks.describe(main.stream(), main.profile()));
    for (SoundScan scan : scans) {
      if (scan != main) {
        consider(scan);
      }
    }
  }

  /** A camera with several microphones may have its first one not plugged in. */
  private @Nullable SoundScan main() {
    return scans.stream()
        .filter(scan -> !scan.profile().loudness().isSilence())
        .findFirst()
        .or(() -> scans.stream().filter(SoundScan::hasSound).findFirst())
        .or(() -> scans.stream().findFirst())
        .orElse(null);
  }

  private void consider(SoundScan scan) {
    AudioTrack track = AudioTracks.describe(scan.stream(), scan.profile());
    if (!scan.hasSound()) {
      undecodable.add(scan.stream());
    } else if (track.loudness() != null && canBeChosen(track) && isNew(track, scan)) {
      used.add(track);
    } else {
      notUsed++;
    }
  }

  /**
   * The microphones of a professional camera say nothing of themselves, or all the same language:
   * no viewer could choose between them.
   */
  private boolean canBeChosen(AudioTrack track) {
    boolean ordinary = track.role() == null || track.role() == SoundRole.ORIGINAL;
    return (track.language() != null || !ordinary)
        && !(ordinary && used.stream().anyMatch(other -> isOrdinary(other, track.language())));
  }

  private static boolean isOrdinary(AudioTrack track, @Nullable String language) {
    return (track.role() == null || track.role() == SoundRole.ORIGINAL)
        && Objects.equals(track.language(), language);
  }

  /** Discs carry the same sound in several codecs. */
  private boolean isNew(AudioTrack track, SoundScan scan) {
    return used.stream()
        .filter(other -> Objects.equals(other.language(), track.language()))
        .filter(other -> other.role() == track.role())
        .noneMatch(other -> scan(other).profile().isSameAs(scan.profile()));
  }

  private SoundScan scan(AudioTrack track) {
    return scans.stream()
        .filter(scan -> scan.stream().index() == track.index())
        .findFirst()
        .orElseThrow();
  }

  /** The main one first; known after {@link #finish}. */
  List<AudioTrack> used() {
    return used;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (used.isEmpty() && !undecodable.isEmpty()) {
      findings.add(
          Finding.of(Code.AUDIO_NOT_DECODABLE)
              .with("codec", AudioTracks.codec(undecodable.get(0))));
      return findings;
    }
    findings.addAll(AudioTracks.findings(used.isEmpty() ? null : used.get(0)));
    for (AVStream stream : undecodable) {
      findings.add(Finding.of(Code.TRACK_NOT_DECODABLE).with("codec", AudioTracks.codec(stream)));
    }
    if (notUsed > 0) {
      findings.add(Finding.of(Code.TRACK_NOT_USED).with("kind", "sound").with("count", notUsed));
    }
    return findings;
  }

  @Override
  public void close() {
    scans.forEach(SoundScan::close);
  }
}
