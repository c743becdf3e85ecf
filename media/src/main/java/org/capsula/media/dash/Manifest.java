package org.capsula.media.dash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.capsula.media.Rational;
import org.capsula.media.fragment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The DASH manifest of a film (ISO/IEC 23009-1): the same files as the HLS playlists, segments as
 * lists of byte ranges.
 *
 * @param seconds of the film
 * @param video largest first; empty for sound only
 * @param sounds the main one first; none for a silent film
 */
public record Manifest(
    double seconds,
    List<Representation> video,
    List<SoundRepresentation> sounds,
    List<TextRepresentation> texts) {
  /** What a player should hold before it starts: about a segment. */
  private static final String MIN_BUFFER = "PT4S";

  public Manifest {
    video = List.copyOf(video);
    sounds = List.copyOf(sounds);
    texts = List.copyOf(texts);
  }

  public String text() {
    Xml xml = new Xml();
    xml.open(
        "MPD",
        "xmlns",
        "urn:mpeg:dash:schema:mpd:2011",
        "type",
        "static",
        "profiles",
        "urn:mpeg:dash:profile:isoff-main:2011",
        "mediaPresentationDuration",
        String.format(Locale.ROOT, "PT%.3fS", seconds),
        "minBufferTime",
        MIN_BUFFER);
    xml.open("Period", "id", "0", "start", "PT0S");
    // A player never changes the codec midway (5.3.3.2): a set each.
    video.stream()
        .collect(Collectors.groupingBy(Manifest::codec, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(tracks -> video(xml, tracks));
    for (SoundRepresentation sound : sounds) {
      audio(xml, sound);
    }
    texts.forEach(text -> text(xml, text));
    xml.close("Period");
    xml.close("MPD");
    return xml.toString();
  }

  /** The codec without its profile, like {@code avc1}. */
  private static String codec(Representation track) {
    String name = track.index().codec();
    return name.substring(0, name.indexOf('.'));
  }

  private static void video(Xml xml, List<Representation> tracks) {
    adaptationSet(xml, "video", null);
    for (Representation track : tracks) {
      Rational rate = track.frameRate();
      xml.open(
          "Representation",
          "id",
          track.id(),
          "codecs",
          track.index().codec(),
          "bandwidth",
          Long.toString(track.bandwidth()),
          "width",
          Integer.toString(track.index().width()),
          "height",
          Integer.toString(track.index().height()),
          "sar",
          "1:1",
          "frameRate",
          rate == null ? null : rate.toString());
      segments(xml, track);
      xml.close("Representation");
    }
    xml.close("AdaptationSet");
  }

  private void audio(Xml xml, SoundRepresentation sound) {
    Representation track = sound.track();
    adaptationSet(xml, "audio", sound.language());
    if (sounds.size() > 1) {
      choice(xml, sound);
    }
    xml.open(
        "Representation",
        "id",
        track.id(),
        "codecs",
        track.index().codec(),
        "bandwidth",
        Long.toString(track.bandwidth()),
        "audioSamplingRate",
        "48000");
    xml.empty(
        "AudioChannelConfiguration",
        "schemeIdUri",
        "urn:mpeg:mpegB:cicp:ChannelConfiguration",
        "value",
        "2");
    segments(xml, track);
    xml.close("Representation");
    xml.close("AdaptationSet");
  }

  /** What tells it from the others (5.8.4 and 5.8.5.5; DVB-DASH, ETSI TS 103 285, 6.1.2). */
  private void choice(Xml xml, SoundRepresentation sound) {
    xml.element("Label", sound.name());
    String purpose = sound.accessibility();
    if (purpose != null) {
      xml.empty(
          "Accessibility",
          "schemeIdUri",
          "urn:tva:metadata:cs:AudioPurposeCS:2007",
          "value",
          purpose);
    }
    boolean main = sound.equals(sounds.get(0));
    xml.empty(
        "Role",
        "schemeIdUri",
        "urn:mpeg:dash:role:2011",
        "value",
        main ? "main" : sound.dashRole());
  }

  private static void adaptationSet(Xml xml, String kind, @Nullable String language) {
    xml.open(
        "AdaptationSet",
        "contentType",
        kind,
        "mimeType",
        kind + "/mp4",
        "segmentAlignment",
        "true",
        "startWithSAP",
        "1",
        "lang",
        language);
  }

  /**
   * All segments but the last are equally long within a frame. Their mean is told, as the error of
   * any other length would add up to more than the half segment that 5.3.9.2.2 allows.
   */
  private static void segments(Xml xml, Representation track) {
    xml.element("BaseURL", track.file());
    xml.open(
        "SegmentList",
        "timescale",
        "1000",
        "duration",
        Long.toString(Math.round(track.index().usualSegmentSeconds() * 1000)));
    xml.empty("Initialization", "range", range(0, track.index().initLength()));
    for (Segment segment : track.index().segments()) {
      xml.empty("SegmentURL", "mediaRange", range(segment.offset(), segment.length()));
    }
    xml.close("SegmentList");
  }

  private static String range(long offset, long length) {
    return offset + "-" + (offset + length - 1);
  }

  private static void text(Xml xml, TextRepresentation text) {
    xml.open(
        "AdaptationSet", "contentType", "text", "mimeType", "text/vtt", "lang", text.language());
    xml.element("Label", text.label());
    xml.empty("Role", "schemeIdUri", "urn:mpeg:dash:role:2011", "value", text.role());
    String id = text.file().replaceAll("[^A-Za-z0-9]+", "-");
    xml.open("Representation", "id", id, "bandwidth", Long.toString(text.bandwidth()));
    xml.element("BaseURL", text.file());
    xml.close("Representation");
    xml.close("AdaptationSet");
  }
}
