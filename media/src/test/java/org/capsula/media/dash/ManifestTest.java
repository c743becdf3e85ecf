package org.capsula.media.dash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.capsula.media.Golden;
import org.capsula.media.Rational;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.probe.SoundRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ManifestTest {
  private static final TextRepresentation GREEK =
      new TextRepresentation("subtitles/el.vtt", "el", "Ελληνικά", "subtitle", 250);
  private static final TextRepresentation QUOTED =
      new TextRepresentation(
          "subtitles/fr.captions.vtt", "fr", "Français <\"sourds\" & autres>", "caption", 300);

  @Test
  void manifest_withSoundAndSubtitles_listsEveryFileOnce() {
    Golden.assertMatches(
        "manifest.mpd",
        new Manifest(
                9.5,
                List.of(video("video-720.mp4", 1280, 720), video("video-234.mp4", 416, 234)),
                List.of(sound("audio.mp4", "Français", "fr", null)),
                List.of(GREEK, QUOTED))
            .text());
  }

  @Test
  void manifest_withSeveralSounds_tellsWhatEachIsFor() {
    Golden.assertMatches(
        "manifest-sounds.mpd",
        new Manifest(
                9.5,
                List.of(video("video-234.mp4", 416, 234)),
                List.of(
                    sound("audio.mp4", "Français", "fr", null),
                    sound("audio-de-dub.mp4", "Deutsch", "de", SoundRole.DUB),
                    sound(
                        "audio-fr-description.mp4",
                        "Français (audiodescription)",
                        "fr",
                        SoundRole.DESCRIPTION),
                    sound("audio-en.mp4", "English", "en", null)),
                List.of())
            .text());
  }

  @Test
  void manifest_ofASilentFilm_hasPictureAlone() {
    Golden.assertMatches(
        "manifest-silent.mpd",
        new Manifest(9.5, List.of(video("video-234.mp4", 416, 234)), List.of(), List.of()).text());
  }

  @Test
  void manifest_ofSoundInAnUnknownLanguage_hasNoLanguage() {
    Golden.assertMatches(
        "manifest-sound.mpd",
        new Manifest(9.5, List.of(), List.of(sound("audio.mp4", "Original", null, null)), List.of())
            .text());
  }

  @Test
  void label_withMarkup_comesBackFromAParser() throws Exception {
    Document parsed = parse(new Manifest(9.5, List.of(), List.of(), List.of(QUOTED)).text());

    assertThat(parsed.getElementsByTagName("Label").item(0).getTextContent())
        .isEqualTo("Français <\"sourds\" & autres>");
  }

  /** AAC frames of 1024 samples do not fit into four seconds: segments last 187 or 188 of them. */
  @Test
  void segmentDuration_ofSoundOfAQuarterHour_isRightWithinHalfASegmentAtTheEnd() throws Exception {
    List<Segment> segments = new ArrayList<>();
    long frames = 0;
    for (int i = 1; i <= 225; i++) {
      long until = (long) Math.floor(i * 4 * 48_000 / 1024.0);
      segments.add(
          new Segment(
              segments.size(), 1, frames * 1024 / 48_000.0, (until - frames) * 1024 / 48_000.0));
      frames = until;
    }
    TrackIndex audio = new TrackIndex(700, "mp4a.40.2", 0, 0, segments);
    Element list =
        (Element)
            parse(
                    new Manifest(
                            900,
                            List.of(),
                            List.of(
                                new SoundRepresentation(
                                    new Representation("audio.mp4", audio, 131_000, null),
                                    "Original",
                                    null,
                                    null)),
                            List.of())
                        .text())
                .getElementsByTagName("SegmentList")
                .item(0);
    double claimed =
        Double.parseDouble(list.getAttribute("duration"))
            / Double.parseDouble(list.getAttribute("timescale"));

    // ISO/IEC 23009-1 lets the claimed start differ from the real one by half a segment.
    assertThat(claimed * 224).isCloseTo(segments.get(224).start(), within(claimed / 2));
  }

  private static SoundRepresentation sound(
      String file, String name, @Nullable String language, @Nullable SoundRole role) {
    return new SoundRepresentation(
        new Representation(file, track("mp4a.40.2", 0, 0), 131_000, null), name, language, role);
  }

  private static Representation video(String file, int width, int height) {
    return new Representation(
        file, track("avc1.64001f", width, height), 420_000, new Rational(24_000, 1001));
  }

  private static TrackIndex track(String codec, int width, int height) {
    return new TrackIndex(
        700,
        codec,
        width,
        height,
        List.of(
            new Segment(700, 1000, 0, 4.004),
            new Segment(1700, 2000, 4.004, 4.004),
            new Segment(3700, 100, 8.008, 1.492)));
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
