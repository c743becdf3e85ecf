package org.capsula.pipeline.publication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.capsula.media.dash.Manifest;
import org.capsula.media.dash.Representation;
import org.capsula.media.dash.TextRepresentation;
import org.capsula.media.hls.MultivariantPlaylist;
import org.capsula.media.hls.Rendition;
import org.capsula.media.hls.Variant;
import org.capsula.subtitles.LanguageTag;
import org.capsula.subtitles.Role;

/**
 * The two views of a film's tracks: HLS and DASH.
 *
 * @param seconds of the film
 */
public record FilmPlaylists(
    List<EncodedTrack> tracks, List<SubtitleTrack> subtitles, double seconds) {

  public MultivariantPlaylist multivariant() {
    Optional<EncodedTrack> audio = audio();
    List<EncodedTrack> video = video();
    return new MultivariantPlaylist(
        video.isEmpty()
            ? audio.map(this::soundOnly).stream().toList()
            : video.stream().map(track -> variant(track, audio)).toList(),
        video.isEmpty() ? null : audio.map(FilmPlaylists::rendition).orElse(null),
        shown().map(FilmPlaylists::rendition).toList());
  }

  public Manifest manifest() {
    return new Manifest(
        seconds,
        video().stream().map(this::representation).toList(),
        audio().map(this::representation).orElse(null),
        audio().map(EncodedTrack::language).orElse(null),
        shown().map(this::text).toList());
  }

  private List<EncodedTrack> video() {
    return tracks.stream().filter(EncodedTrack::isVideo).toList();
  }

  private Optional<EncodedTrack> audio() {
    return tracks.stream().filter(track -> !track.isVideo()).findFirst();
  }

  private Stream<SubtitleTrack> shown() {
    return subtitles.stream().filter(SubtitleTrack::isShown);
  }

  private Variant variant(EncodedTrack video, Optional<EncodedTrack> audio) {
    return new Variant(
        video.playlist(),
        peak(video) + audio.map(this::peak).orElse(0L),
        video.index().averageBandwidth()
            + audio.map(track -> track.index().averageBandwidth()).orElse(0L),
        video.index().codec() + audio.map(track -> "," + track.index().codec()).orElse(""),
        video.index().width(),
        video.index().height(),
        video.frameRate());
  }

  private Variant soundOnly(EncodedTrack audio) {
    return new Variant(
        audio.playlist(),
        peak(audio),
        audio.index().averageBandwidth(),
        audio.index().codec(),
        0,
        0,
        null);
  }

  private long peak(EncodedTrack track) {
    return track.index().peakBandwidth(EncodedTrack.targetDuration(tracks));
  }

  private static Rendition rendition(EncodedTrack audio) {
    String language = audio.language();
    String name = language == null ? "Original" : LanguageTag.ownName(language);
    return new Rendition(audio.playlist(), name, language, false);
  }

  private static Rendition rendition(SubtitleTrack track) {
    return new Rendition(
        track.playlistPath(), track.label(), track.language(), track.role() == Role.CAPTIONS);
  }

  private Representation representation(EncodedTrack track) {
    return new Representation(track.file(), track.index(), peak(track), track.frameRate());
  }

  private TextRepresentation text(SubtitleTrack track) {
    return new TextRepresentation(
        track.path(),
        track.language(),
        track.label(),
        track.role() == Role.CAPTIONS ? "caption" : "subtitle",
        track.bandwidth(seconds));
  }
}
