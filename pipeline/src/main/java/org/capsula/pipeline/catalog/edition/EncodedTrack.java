package org.capsula.pipeline.catalog.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.media.Rational;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.fragment.TrackIndexReader;
import org.capsula.media.ladder.Ladder;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.SoundRole;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * One encoded track of a film as it stands on disk.
 *
 * @param lines the rung's short side in pixels; 0 for sound
 * @param frameRate null for sound
 * @param language BCP 47; null when unknown
 * @param role of a sound; null when unknown, and for a picture
 */
public record EncodedTrack(
    String file,
    int lines,
    @Nullable Rational frameRate,
    @Nullable String language,
    @Nullable SoundRole role,
    long bytes,
    TrackIndex index) {

  /**
   * Largest rung first, the sounds last, of those the main one first; what did not come to be is
   * left out.
   */
  public static List<EncodedTrack> readAll(Path folder, Ladder ladder, MediaInfo info)
      throws IOException {
    List<EncodedTrack> tracks = new ArrayList<>();
    for (Rung rung : ladder.rungs()) {
      Rational rate = info.picture().map(video -> video.frameRate()).orElse(null);
      for (String name : List.of(TrackFiles.video(rung), TrackFiles.av1(rung))) {
        if (Files.exists(folder.resolve(name))) {
          tracks.add(read(folder.resolve(name), rung.lines(), rate, null, null));
        }
      }
    }
    List<String> names = TrackFiles.audio(info.sounds());
    for (int i = 0; i < names.size(); i++) {
      Path file = folder.resolve(names.get(i));
      AudioTrack sound = info.sounds().get(i);
      if (Files.exists(file)) {
        tracks.add(read(file, 0, null, language(sound).orElse(null), sound.role()));
      }
    }
    return tracks;
  }

  private static Optional<String> language(AudioTrack audio) {
    String tag = audio.language();
    return tag == null ? Optional.empty() : LanguageTag.normalise(tag);
  }

  private static EncodedTrack read(
      Path file,
      int lines,
      @Nullable Rational rate,
      @Nullable String language,
      @Nullable SoundRole role)
      throws IOException {
    return new EncodedTrack(
        file.getFileName().toString(),
        lines,
        rate,
        language,
        role,
        Files.size(file),
        TrackIndexReader.read(file));
  }

  public boolean isVideo() {
    return lines > 0;
  }

  /** Whether it is a picture that every player knows. */
  public boolean isH264() {
    return index.codec().startsWith("avc1");
  }

  /** The address of its media playlist beside it. */
  public String playlist() {
    return stem() + ".m3u8";
  }

  /** The address of the playlist of its key frames, where its index has them. */
  public String keyFramePlaylist() {
    return stem() + "-iframes.m3u8";
  }

  private String stem() {
    return file.substring(0, file.lastIndexOf('.'));
  }

  /** The target duration that all playlists of a film share, in whole seconds. */
  public static int targetDuration(List<EncodedTrack> tracks) {
    double longest =
        tracks.stream().mapToDouble(track -> track.index().longestSegmentSeconds()).max().orElse(1);
    return Math.max(1, (int) Math.round(longest));
  }
}
