package org.capsula.pipeline.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capsula.media.hls.MediaPlaylist;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.jspecify.annotations.Nullable;

/** Everything beside the encoded tracks that makes a folder play from any web server. */
public final class FilmFolder {
  private static final String DOWNLOAD = "download.mp4";

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
    seconds = EditionFolder.seconds(tracks);
  }

  public void write() throws IOException {
    writePlaylists();
    writeSubtitles();
    PlayerPage.write(folder, title, seconds, tracks, subtitles);
  }

  private void writePlaylists() throws IOException {
    EditionFolder.write(folder, storyboard, tracks);
    FilmPlaylists playlists =
        new FilmPlaylists(
            tracks,
            "",
            subtitles.stream().filter(SubtitleTrack::isShown).map(SubtitleTrack::shown).toList());
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

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** The order for the film as one file. */
  public RemuxJob download() {
    return Download.job(folder, tracks, subtitles, folder.resolve(DOWNLOAD));
  }
}
