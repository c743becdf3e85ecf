package org.capsula.media.hls;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.capsula.media.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The multivariant playlist of a film (RFC 8216bis, 4.4.6).
 *
 * @param sounds of which one goes with every picture, the main one first; none for a silent film,
 *     and where the only sound is the variant itself
 */
public record MultivariantPlaylist(
    List<Variant> variants, List<SoundRendition> sounds, List<Rendition> subtitles) {
  /** What captions tell beyond speech (4.4.6.1, CHARACTERISTICS). */
  private static final String FOR_THE_DEAF =
      "public.accessibility.transcribes-spoken-dialog,"
          + "public.accessibility.describes-music-and-sound";

  public MultivariantPlaylist {
    variants = List.copyOf(variants);
    sounds = List.copyOf(sounds);
    subtitles = List.copyOf(subtitles);
  }

  public String text() {
    StringBuilder out =
        new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    for (int i = 0; i < sounds.size(); i++) {
      out.append(audioTag(i));
    }
    subtitles.forEach(rendition -> out.append(subtitleTag(rendition)));
    // Native players begin with the first: the lightest picture starts at once on a poor network.
    variants.stream()
        .sorted(Comparator.comparing(Variant::isSound).thenComparingLong(Variant::bandwidth))
        .forEach(
            variant -> out.append(variantTag(variant)).append(variant.playlist()).append('\n'));
    variants.forEach(variant -> out.append(keyFramesTag(variant)));
    return out.toString();
  }

  /** The main one is what a viewer hears who has chosen nothing. */
  private String audioTag(int number) {
    SoundRendition rendition = sounds.get(number);
    Attributes attributes = new Attributes().add("TYPE", "AUDIO").quoted("GROUP-ID", "audio");
    named(attributes, rendition.name(), rendition.language());
    attributes
        .add("DEFAULT", number == 0 ? "YES" : "NO")
        .add("AUTOSELECT", isChosenByItself(number) ? "YES" : "NO");
    String characteristics = rendition.characteristics();
    if (characteristics != null) {
      attributes.quoted("CHARACTERISTICS", characteristics);
    }
    return attributes
        .quoted("CHANNELS", "2")
        .quoted("URI", rendition.playlist())
        .after("#EXT-X-MEDIA");
  }

  /** No two may be for the same viewers (4.4.6.1.1). */
  private boolean isChosenByItself(int number) {
    SoundRendition rendition = sounds.get(number);
    return !rendition.isExtra()
        && sounds.subList(0, number).stream().noneMatch(rendition::isForTheSameAs);
  }

  private static String subtitleTag(Rendition rendition) {
    Attributes attributes =
        new Attributes().add("TYPE", "SUBTITLES").quoted("GROUP-ID", "subtitles");
    named(attributes, rendition.name(), rendition.language());
    attributes.add("DEFAULT", "NO").add("AUTOSELECT", "YES").add("FORCED", "NO");
    if (rendition.captions()) {
      attributes.quoted("CHARACTERISTICS", FOR_THE_DEAF);
    }
    return attributes.quoted("URI", rendition.playlist()).after("#EXT-X-MEDIA");
  }

  private static void named(Attributes attributes, String name, @Nullable String language) {
    attributes.quoted("NAME", name);
    if (language != null) {
      attributes.quoted("LANGUAGE", language);
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
    if (!sounds.isEmpty()) {
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
