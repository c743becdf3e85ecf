package org.capsula.subtitles.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.subtitles.check.Cues.GREEK;
import static org.capsula.subtitles.check.Cues.cue;

import java.time.Duration;
import java.util.List;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.webvtt.CueText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueEditsTest {
  @Test
  void split_sharesTheTimeByWhatThereIsToRead() {
    assertThat(split(cue(0, 4000, "αβγ δ"), 4))
        .containsExactly(cue(0, 3000, "αβγ"), cue(3000, 4000, "δ"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<i>ένα δύο</i>|7|<i>ένα</i>|<i>δύο</i>",
        "<v Άννα><b>ένα δύο</b>|15|<v Άννα><b>ένα</b></v>|<v Άννα><b>δύο</b>",
        "ένα <i>δύο</i>|7|ένα|<i>δύο</i>",
        "<i>ένα</i> δύο|10|<i>ένα</i>|δύο",
        // Within a tag, and within an escape: before it.
        "ένα <i>δύο</i>|6|ένα|<i>δύο</i>",
        "ένα &amp; δύο|6|ένα|&amp; δύο",
      })
  void split_keepsTagsWhole(String text, int place, String first, String second) {
    assertThat(split(cue(0, 4000, text), place))
        .extracting(Cue::text)
        .containsExactly(first, second);
  }

  @Test
  void split_withoutAPlace_isBetweenWords() {
    List<Cue> cues = List.of(cue(0, 4000, "Η μητέρα περιμένει στο σχολείο"));

    assertThat(CueEdits.split(cues, 0).orElseThrow().applyTo(cues))
        .extracting(Cue::text)
        .containsExactly("Η μητέρα περιμένει", "στο σχολείο");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "3", "100"})
  void split_thatLeavesAPartEmpty_isNone(int place) {
    assertThat(CueEdits.split(List.of(cue(0, 4000, "ένα")), 0, place)).isEmpty();
  }

  @Test
  void splitParts_keepPlaceAndOnlyTheFirstTheIdentifier() {
    CueSettings usual = CueSettings.DEFAULT;
    CueSettings left =
        new CueSettings(
            usual.vertical(),
            true,
            null,
            usual.lineAlign(),
            10.0,
            usual.positionAlign(),
            100,
            usual.align(),
            null);
    Cue cue = new Cue("intro", Duration.ZERO, Duration.ofSeconds(2), "ένα δύο", left);

    List<Cue> parts = CueEdits.split(List.of(cue), 0).orElseThrow().cues();

    assertThat(parts).extracting(Cue::id).containsExactly("intro", null);
    assertThat(parts).extracting(Cue::settings).containsOnly(left);
  }

  @Test
  void merge_spansBothInTwoLines() {
    List<Cue> cues = List.of(cue(0, 1000, "ένα"), cue(1500, 3000, "δύο"), cue(3000, 4000, "τρία"));

    assertThat(CueEdits.merge(cues, 0, GREEK).orElseThrow().applyTo(cues))
        .containsExactly(cue(0, 3000, "ένα\nδύο"), cue(3000, 4000, "τρία"));
  }

  @Test
  void merge_ofManyLines_isBrokenAnew() {
    List<Cue> cues =
        List.of(cue(0, 1000, "Η μητέρα\nδεν μπορεί"), cue(1000, 3000, "να συνδεθεί\nεκεί"));

    String text = CueEdits.merge(cues, 0, GREEK).orElseThrow().cues().get(0).text();

    assertThat(text.split("\n")).hasSizeLessThanOrEqualTo(2);
    assertThat(text.replace('\n', ' ')).isEqualTo("Η μητέρα δεν μπορεί να συνδεθεί εκεί");
  }

  @Test
  void mergeOfTheLast_isNone() {
    assertThat(CueEdits.merge(List.of(cue(0, 1000, "ένα")), 0, GREEK)).isEmpty();
  }

  @Test
  void splitAndMerged_readsAsBefore() {
    List<Cue> cues = List.of(cue(0, 4000, "<i>Η μητέρα</i> δεν μπορεί &amp; περιμένει"));
    for (int place = 0; place <= cues.get(0).text().length(); place++) {
      int at = place;
      CueEdits.split(cues, 0, place)
          .ifPresent(
              edit -> {
                Cue merged =
                    CueEdits.merge(edit.applyTo(cues), 0, GREEK).orElseThrow().cues().get(0);
                assertThat(CueText.plain(merged.text()).replaceAll("\\s", ""))
                    .as("split at %d", at)
                    .isEqualTo("Ημητέραδενμπορεί&περιμένει");
                assertThat(merged.end()).isEqualTo(cues.get(0).end());
              });
    }
  }

  private static List<Cue> split(Cue cue, int place) {
    return CueEdits.split(List.of(cue), 0, place).orElseThrow().applyTo(List.of(cue));
  }
}
