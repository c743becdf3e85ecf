package org.capsula.pipeline.publication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.capsula.media.dash.Manifest;
import org.capsula.media.dash.Representation;
import org.capsula.media.dash.TextRepresentation;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.hls.MultivariantPlaylist;
import org.capsula.media.hls.Rendition;
import org.capsula.media.hls.Variant;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.subtitles.LanguageTag;
import org.capsula.subtitles.Role;

/**
 * The two views of a film's tracks: HLS and DASH.
 *
 * @param base stands before the tracks' names in every address: empty, or ending in a slash
 * @param texts those that players offer
 */
public record FilmPlaylists(List<EncodedTrack> tracks, String base, List<ShownTrack> texts) {

  public MultivariantPlaylist multivariant() {
    Optional<EncodedTrack> audio = audio();
    List<EncodedTrack> video = video();
    return new MultivariantPlaylist(
        Stream.concat(
                video.stream().map(track -> variant(track, audio)),
                // For networks that carry no picture, and for those who only listen.
                audio.map(this::soundOnly).stream())
            .toList(),
        video.isEmpty() ? null : audio.map(this::rendition).orElse(null),
        texts.stream().map(FilmPlaylists::rendition).toList());
  }

  public Manifest manifest() {
    return new Manifest(
        EditionFolder.seconds(tracks),
        video().stream().map(this::representation).toList(),
        audio().map(this::representation).orElse(null),
        audio().map(EncodedTrack::language).orElse(null),
        texts.stream().map(this::text).toList());
  }

  private List<EncodedTrack> video() {
    return tracks.stream().filter(EncodedTrack::isVideo).toList();
  }

  private Optional<EncodedTrack> audio() {
    return tracks.stream().filter(track -> !track.isVideo()).findFirst();
  }

  private Variant variant(EncodedTrack video, Optional<EncodedTrack> audio) {
    return new Variant(
        base + video.playlist(),
        peak(video) + audio.map(this::peak).orElse(0L),
        video.index().averageBandwidth()
            + audio.map(track -> track.index().averageBandwidth()).orElse(0L),
        video.index().codec() + audio.map(track -> "," + track.index().codec()).orElse(""),
        video.index().width(),
        video.index().height(),
        video.frameRate(),
        video.index().hasKeyFrames() ? keyFrames(video) : null);
  }

  private Variant.KeyFrames keyFrames(EncodedTrack video) {
    TrackIndex keyFrames = video.index().keyFrames();
    return new Variant.KeyFrames(
        base + video.keyFramePlaylist(),
        keyFrames.peakBandwidth(EncodedTrack.targetDuration(tracks)),
        keyFrames.averageBandwidth(),
        keyFrames.codec());
  }

  private Variant soundOnly(EncodedTrack audio) {
    return new Variant(
        base + audio.playlist(),
        peak(audio),
        audio.index().averageBandwidth(),
        audio.index().codec(),
        0,
        0,
        null,
        null);
  }

  private long peak(EncodedTrack track) {
    return track.index().peakBandwidth(EncodedTrack.targetDuration(tracks));
  }

  private Rendition rendition(EncodedTrack audio) {
    String language = audio.language();
    String name = language == null ? "Original" : LanguageTag.ownName(language);
    return new Rendition(base + audio.playlist(), name, language, false);
  }

  private static Rendition rendition(ShownTrack track) {
    return new Rendition(
        track.playlist(), track.label(), track.language(), track.role() == Role.CAPTIONS);
  }

  private Representation representation(EncodedTrack track) {
    return new Representation(base + track.file(), track.index(), peak(track), track.frameRate());
  }

  private TextRepresentation text(ShownTrack track) {
    return new TextRepresentation(
        track.address(),
        track.language(),
        track.label(),
        track.role() == Role.CAPTIONS ? "caption" : "subtitle",
        track.bandwidth(EditionFolder.seconds(tracks)));
  }
}
