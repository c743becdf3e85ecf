package org.capsula.media.hls;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.capsula.media.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The multivariant playlist of a film (RFC 8216bis, 4.4.6).
 *
 * @param audio the sound that goes with every picture; null for a silent film, and where the sound
 *     is the variant itself
 */
public record MultivariantPlaylist(
    List<Variant> variants, @Nullable Rendition audio, List<Rendition> subtitles) {
  /** What captions tell beyond speech (4.4.6.1, CHARACTERISTICS). */
  private static final String FOR_THE_DEAF =
      "public.accessibility.transcribes-spoken-dialog,"
          + "public.accessibility.describes-music-and-sound";

  public MultivariantPlaylist {
    variants = List.copyOf(variants);
    subtitles = List.copyOf(subtitles);
  }

  public String text() {
    StringBuilder out =
        new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    if (audio != null) {
      out.append(audioTag(audio));
    }
    subtitles.forEach(rendition -> out.append(subtitleTag(rendition)));
    // Native players begin with the first: the lightest starts at once on a poor network.
    variants.stream()
        .sorted(Comparator.comparingLong(Variant::bandwidth))
        .forEach(
            variant -> out.append(variantTag(variant)).append(variant.playlist()).append('\n'));
    variants.forEach(variant -> out.append(keyFramesTag(variant)));
    return out.toString();
  }

  private static String audioTag(Rendition rendition) {
    Attributes attributes = new Attributes().add("TYPE", "AUDIO").quoted("GROUP-ID", "audio");
    named(attributes, rendition);
    return attributes
        .add("DEFAULT", "YES")
        .add("AUTOSELECT", "YES")
        .quoted("CHANNELS", "2")
        .quoted("URI", rendition.playlist())
        .after("#EXT-X-MEDIA");
  }

  private static String subtitleTag(Rendition rendition) {
    Attributes attributes =
        new Attributes().add("TYPE", "SUBTITLES").quoted("GROUP-ID", "subtitles");
    named(attributes, rendition);
    attributes.add("DEFAULT", "NO").add("AUTOSELECT", "YES").add("FORCED", "NO");
    if (rendition.captions()) {
      attributes.quoted("CHARACTERISTICS", FOR_THE_DEAF);
    }
    return attributes.quoted("URI", rendition.playlist()).after("#EXT-X-MEDIA");
  }

  private static void named(Attributes attributes, Rendition rendition) {
    attributes.quoted("NAME", rendition.name());
    if (rendition.language() != null) {
      attributes.quoted("LANGUAGE", rendition.language());
    }
  }

  private String variantTag(Variant variant) {
    Attributes attributes =
        new Attributes()
            .add("BANDWIDTH", variant.bandwidth())
            .add("AVERAGE-BANDWIDTH", variant.averageBandwidth())
            .quoted("CODECS", variant.codecs());
    Rational rate = variant.frameRate();
    if (rate != null) {
      attributes
          .add("RESOLUTION", variant.width() + "x" + variant.height())
          .add("FRAME-RATE", String.format(Locale.ROOT, "%.3f", rate.toDouble()));
    }
    // Else iOS offers captions that it supposes inside the picture; all variants must agree.
    attributes.add("CLOSED-CAPTIONS", "NONE");
    if (audio != null) {
      attributes.quoted("AUDIO", "audio");
    }
    if (!subtitles.isEmpty()) {
      attributes.quoted("SUBTITLES", "subtitles");
    }
    return attributes.after("#EXT-X-STREAM-INF");
  }

  private static String keyFramesTag(Variant variant) {
    Variant.KeyFrames keyFrames = variant.keyFrames();
    return keyFrames == null
        ? ""
        : new Attributes()
            .add("BANDWIDTH", keyFrames.bandwidth())
            .add("AVERAGE-BANDWIDTH", keyFrames.averageBandwidth())
            .quoted("CODECS", keyFrames.codec())
            .add("RESOLUTION", variant.width() + "x" + variant.height())
            .quoted("URI", keyFrames.playlist())
            .after("#EXT-X-I-FRAME-STREAM-INF");
  }
}
