package org.capsula.media.hls;

import java.util.List;
import org.capsula.media.Golden;
import org.capsula.media.Rational;
import org.capsula.media.probe.SoundRole;
import org.junit.jupiter.api.Test;

class MultivariantPlaylistTest {
  private static final SoundRendition AUDIO =
      new SoundRendition("audio.m3u8", "Français", "fr", /* role= */ null);
  private static final Variant LARGE =
      new Variant(
          "video-720.m3u8",
          2_400_128,
          1_800_000,
          "avc1.64001f,mp4a.40.2",
          1280,
          720,
          new Rational(30_000, 1001),
          new Variant.KeyFrames("video-720-iframes.m3u8", 310_000, 250_000, "avc1.64001f"));
  private static final Variant SMALL =
      new Variant(
          "video-234.m3u8",
          420_000,
          300_000,
          "avc1.64000d,mp4a.40.2",
          416,
          234,
          Rational.of(25),
          /* keyFrames= */ null);

  @Test
  void playlist_withSoundAndSubtitles_namesThemAllLightestVariantFirst() {
    Golden.assertMatches(
        "multivariant.m3u8",
        new MultivariantPlaylist(
                List.of(LARGE, SMALL),
                List.of(AUDIO),
                List.of(
                    new Rendition("subtitles/el.m3u8", "Ελληνικά", "el", /* captions= */ false),
                    new Rendition(
                        "subtitles/fr.captions.m3u8",
                        "Français (\"sourds\")",
                        "fr",
                        /* captions= */ true)))
            .text());
  }

  @Test
  void playlist_withSeveralSounds_hasThemInOneGroup() {
    Golden.assertMatches(
        "multivariant-sounds.m3u8",
        new MultivariantPlaylist(
                List.of(SMALL),
                List.of(
                    AUDIO,
                    new SoundRendition("audio-de-dub.m3u8", "Deutsch", "de", SoundRole.DUB),
                    new SoundRendition(
                        "audio-fr-description.m3u8",
                        "Français (audiodescription)",
                        "fr",
                        SoundRole.DESCRIPTION),
                    new SoundRendition(
                        "audio-fr-description-2.m3u8",
                        "Français (audiodescription) 2",
                        "fr",
                        SoundRole.DESCRIPTION),
                    new SoundRendition(
                        "audio-el-commentary.m3u8",
                        "Ελληνικά (σχολιασμός)",
                        "el",
                        SoundRole.COMMENTARY)),
                List.of())
            .text());
  }

  @Test
  void playlist_ofASilentFilm_namesNoGroups() {
    Golden.assertMatches(
        "multivariant-silent.m3u8",
        new MultivariantPlaylist(
                List.of(
                    new Variant(
                        "video-234.m3u8",
                        420_000,
                        300_000,
                        "avc1.64000d",
                        416,
                        234,
                        Rational.of(10),
                        /* keyFrames= */ null)),
                /* sounds= */ List.of(),
                List.of())
            .text());
  }

  @Test
  void playlist_ofSoundOnly_hasNoPictureAttributes() {
    Golden.assertMatches(
        "multivariant-sound.m3u8",
        new MultivariantPlaylist(
                List.of(
                    new Variant(
                        "audio.m3u8",
                        131_000,
                        128_500,
                        "mp4a.40.2",
                        /* width= */ 0,
                        /* height= */ 0,
                        /* frameRate= */ null,
                        /* keyFrames= */ null)),
                /* sounds= */ List.of(),
                List.of(new Rendition("subtitles/und.m3u8", "?", /* language= */ null, false)))
            .text());
  }
}
