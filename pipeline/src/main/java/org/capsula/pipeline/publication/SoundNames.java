package org.capsula.pipeline.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capsula.media.probe.SoundRole;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.subtitles.LanguageTag;

/** How the sounds of a film call themselves in a menu: each in its own language. */
final class SoundNames {
  /** A sound of which nothing is known. */
  private static final String UNKNOWN = "Original";

  private static final Map<String, String> DESCRIPTION =
      Map.of(
          "fr", "audiodescription",
          "el", "ακουστική περιγραφή",
          "ro", "audiodescriere",
          "de", "Audiodeskription",
          "lb", "Audiodeskriptioun",
          "en", "audio description");

  private static final Map<String, String> CLEAR =
      Map.of(
          "fr", "voix renforcées",
          "el", "ενισχυμένη ομιλία",
          "ro", "voce clară",
          "de", "klare Sprache",
          "lb", "kloer Sprooch",
          "en", "clear speech");

  private static final Map<String, String> COMMENTARY =
      Map.of(
          "fr", "commentaire",
          "el", "σχολιασμός",
          "ro", "comentariu",
          "de", "Kommentar",
          "lb", "Kommentar",
          "en", "commentary");

  private SoundNames() {}

  /** One a sound, no two the same: players know renditions by their names. */
  static List<String> of(List<EncodedTrack> sounds) {
    List<String> names = new ArrayList<>();
    for (EncodedTrack sound : sounds) {
      String name = name(sound);
      String distinct = name;
      for (int i = 2; names.contains(distinct); i++) {
        distinct = name + ' ' + i;
      }
      names.add(distinct);
    }
    return names;
  }

  private static String name(EncodedTrack sound) {
    String language = sound.language();
    String own = language == null ? UNKNOWN : LanguageTag.ownName(language);
    SoundRole role = sound.role();
    // What is spoken in a language needs no other word to be chosen.
    if (role == null || role == SoundRole.ORIGINAL || role == SoundRole.DUB) {
      return own;
    }
    Map<String, String> words =
        switch (role) {
          case CLEAR -> CLEAR;
          case COMMENTARY -> COMMENTARY;
          default -> DESCRIPTION;
        };
    String primary = Objects.requireNonNullElse(language, "en").split("-", 2)[0];
    String word = words.getOrDefault(primary, Objects.requireNonNull(words.get("en")));
    return own + " (" + word + ')';
  }
}
