package org.capsula.pipeline.publication;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capsula.media.dash.Manifest;
import org.capsula.media.dash.Representation;
import org.capsula.media.dash.SoundRepresentation;
import org.capsula.media.dash.TextRepresentation;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.hls.MultivariantPlaylist;
import org.capsula.media.hls.Rendition;
import org.capsula.media.hls.SoundRendition;
import org.capsula.media.hls.Variant;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.subtitles.Role;

/**
 * The two views of a film's tracks: HLS and DASH.
 *
 * @param base stands before the tracks' names in every address: empty, or ending in a slash
 * @param texts those that players offer
 */
public record FilmPlaylists(List<EncodedTrack> tracks, String base, List<ShownTrack> texts) {

  public MultivariantPlaylist multivariant() {
    List<EncodedTrack> sounds = sounds();
    List<EncodedTrack> video = video();
    return new MultivariantPlaylist(
        Stream.concat(
                video.stream().map(track -> variant(track, sounds)),
                // For networks that carry no picture, and for those who only listen.
                sounds.stream().limit(1).map(main -> soundOnly(main, sounds)))
            .toList(),
        video.isEmpty() && sounds.size() < 2 ? List.of() : renditions(sounds),
        texts.stream().map(FilmPlaylists::rendition).toList());
  }

  public Manifest manifest() {
    return new Manifest(
        EditionFolder.seconds(tracks),
        video().stream().map(this::representation).toList(),
        representations(sounds()),
        texts.stream().map(this::text).toList());
  }

  private List<EncodedTrack> video() {
    return tracks.stream().filter(EncodedTrack::isVideo).toList();
  }

  /** The main one first. */
  private List<EncodedTrack> sounds() {
    return tracks.stream().filter(track -> !track.isVideo()).toList();
  }

  /** With any of the sounds: the largest counts (RFC 8216bis, 4.4.6.2, BANDWIDTH). */
  private Variant variant(EncodedTrack video, List<EncodedTrack> sounds) {
    return new Variant(
        base + video.playlist(),
        peak(video) + sounds.stream().mapToLong(this::peak).max().orElse(0),
        video.index().averageBandwidth()
            + sounds.stream().mapToLong(sound -> sound.index().averageBandwidth()).max().orElse(0),
        Stream.concat(Stream.of(video), sounds.stream())
            .map(track -> track.index().codec())
            .distinct()
            .collect(Collectors.joining(",")),
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

  /** The main one, for which each of the others may be chosen. */
  private Variant soundOnly(EncodedTrack main, List<EncodedTrack> sounds) {
    return new Variant(
        base + main.playlist(),
        sounds.stream().mapToLong(this::peak).max().orElse(0),
        sounds.stream().mapToLong(sound -> sound.index().averageBandwidth()).max().orElse(0),
        main.index().codec(),
        0,
        0,
        null,
        null);
  }

  private long peak(EncodedTrack track) {
    return track.index().peakBandwidth(EncodedTrack.targetDuration(tracks));
  }

  private List<SoundRendition> renditions(List<EncodedTrack> sounds) {
    List<String> names = SoundNames.of(sounds);
    return IntStream.range(0, sounds.size())
        .mapToObj(i -> rendition(sounds.get(i), names.get(i)))
        .toList();
  }

  private SoundRendition rendition(EncodedTrack sound, String name) {
    return new SoundRendition(base + sound.playlist(), name, sound.language(), sound.role());
  }

  private List<SoundRepresentation> representations(List<EncodedTrack> sounds) {
    List<String> names = SoundNames.of(sounds);
    return IntStream.range(0, sounds.size())
        .mapToObj(i -> representation(sounds.get(i), names.get(i)))
        .toList();
  }

  private SoundRepresentation representation(EncodedTrack sound, String name) {
    return new SoundRepresentation(representation(sound), name, sound.language(), sound.role());
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
