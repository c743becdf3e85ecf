package org.capsula.pipeline.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.capsula.media.hls.MediaPlaylist;
import org.capsula.media.still.StoryboardMap;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.media.transcode.TextTrack;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.subtitles.timing.Intervals;
import org.jspecify.annotations.Nullable;

/** Everything beside the encoded tracks that makes a folder play from any web server. */
public final class FilmFolder {
  private static final String DOWNLOAD = "download.mp4";

  /** What a phone stores and any projector shows. */
  private static final int DOWNLOAD_LINES = 720;

  private final Path folder;
  private final String title;
  private final @Nullable StoryboardPlan storyboard;
  private final List<EncodedTrack> tracks;
  private final List<SubtitleTrack> subtitles;
  private final double seconds;

  /**
   * @param folder holds the tracks already
   * @param storyboard null for sound only
   */
  public FilmFolder(
      Path folder,
      String title,
      @Nullable StoryboardPlan storyboard,
      List<EncodedTrack> tracks,
      List<SubtitleTrack> subtitles) {
    this.folder = folder;
    this.title = title;
    this.storyboard = storyboard;
    this.tracks = tracks;
    this.subtitles = subtitles;
    seconds = tracks.stream().mapToDouble(track -> track.index().seconds()).max().orElse(0);
  }

  public void write() throws IOException {
    writePlaylists();
    writeSubtitles();
    writeStills();
    PlayerPage.write(folder, title, seconds, tracks, subtitles);
  }

  private void writePlaylists() throws IOException {
    FilmPlaylists playlists = new FilmPlaylists(tracks, subtitles, seconds);
    int target = EncodedTrack.targetDuration(tracks);
    for (EncodedTrack track : tracks) {
      write(track.playlist(), MediaPlaylist.ofTrack(track.file(), track.index(), target));
    }
    write("multivariant.m3u8", playlists.multivariant().text());
    write("manifest.mpd", playlists.manifest().text());
  }

  private void writeSubtitles() throws IOException {
    if (subtitles.isEmpty()) {
      return;
    }
    Files.createDirectory(folder.resolve("subtitles"));
    for (SubtitleTrack track : subtitles) {
      write(track.path(), track.webVtt());
      write(track.playlistPath(), MediaPlaylist.ofSubtitles(track.name() + ".vtt", seconds));
    }
  }

  private void writeStills() throws IOException {
    if (storyboard != null && Files.exists(folder.resolve(TrackFiles.STORYBOARD))) {
      Duration length = Duration.ofNanos(Math.round(seconds * 1e9));
      write("storyboard.vtt", StoryboardMap.webVtt(storyboard, TrackFiles.STORYBOARD, length));
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** The order for the film as one file: the highest rung up to 720 lines, all shown subtitles. */
  public RemuxJob download() {
    Optional<EncodedTrack> video =
        tracks.stream()
            .filter(track -> track.isVideo() && track.lines() <= DOWNLOAD_LINES)
            .max(Comparator.comparingInt(EncodedTrack::lines))
            .or(
                () ->
                    tracks.stream()
                        .filter(EncodedTrack::isVideo)
                        .min(Comparator.comparingInt(EncodedTrack::lines)));
    Optional<EncodedTrack> audio = tracks.stream().filter(track -> !track.isVideo()).findFirst();
    return new RemuxJob(
        video.map(track -> folder.resolve(track.file())).orElse(null),
        audio.map(track -> folder.resolve(track.file())).orElse(null),
        subtitles.stream().filter(SubtitleTrack::isShown).map(FilmFolder::timedText).toList(),
        folder.resolve(DOWNLOAD));
  }

  private static TextTrack timedText(SubtitleTrack track) {
    return new TextTrack(
        track.language(),
        track.label(),
        Intervals.of(track.content().cues()).stream()
            .map(shown -> new TextTrack.Sample(shown.start(), shown.end(), shown.text()))
            .toList());
  }
}
