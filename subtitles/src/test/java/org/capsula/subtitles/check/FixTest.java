package org.capsula.subtitles.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.subtitles.check.Cues.GREEK;
import static org.capsula.subtitles.check.Cues.cue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixTest {
  @Test
  void overlap_endsTheEarlierCueWhereTheNextBegins() {
    assertThat(fixed("cue-overlap", cue(0, 3000, "ένα"), cue(2000, 4000, "δύο")))
        .containsExactly(cue(0, 2000, "ένα"), cue(2000, 4000, "δύο"));
  }

  @Test
  void overlapThatLeavesNothingToRead_isForAPerson() {
    assertThat(fix("cue-overlap", cue(0, 3000, "ένα"), cue(400, 4000, "δύο"))).isEmpty();
  }

  @Test
  void smallGap_isClosed() {
    assertThat(fixed("gap-too-short", cue(0, 2000, "ένα"), cue(2030, 4000, "δύο")))
        .containsExactly(cue(0, 2030, "ένα"), cue(2030, 4000, "δύο"));
  }

  @Test
  void emptyCue_isRemoved() {
    assertThat(fixed("cue-without-text", cue(0, 2000, "ένα"), cue(3000, 4000, " ")))
        .containsExactly(cue(0, 2000, "ένα"));
  }

  @Test
  void order_isSortedAndStable() {
    assertThat(
            fixed(
                "cue-out-of-order",
                cue(5000, 6000, "γ"),
                cue(0, 1000, "α"),
                cue(5000, 6000, "δ"),
                cue(2000, 3000, "β")))
        .extracting(Cue::text)
        .containsExactly("α", "β", "γ", "δ");
  }

  @Test
  void shortCue_staysUntilItCanBeRead() {
    assertThat(fixed("cue-too-short", cue(0, 100, "α".repeat(34)), cue(2000, 3000, "δύο")))
        .first()
        .isEqualTo(cue(0, 2000, "α".repeat(34)));
    assertThat(fix("cue-too-short", cue(0, 100, "α".repeat(34)), cue(1999, 3000, "δύο"))).isEmpty();
  }

  @Test
  void shortCueAtTheEnd_doesNotOutlastTheFilm() {
    List<Cue> cues = List.of(cue(9000, 9100, "α".repeat(34)));
    Limits limits = GREEK.withFilm(Duration.ofSeconds(10));

    assertThat(Fix.of(CueCheck.of(cues, limits).get(0), cues, limits)).isEmpty();
  }

  @Test
  void reversedCue_startsWhereItStarts() {
    assertThat(fixed("end-before-start", cue(3000, 1000, "ένα")))
        .containsExactly(cue(3000, 3500, "ένα"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // At the comma, though the middle is elsewhere.
        "Όταν γύρισε στο σπίτι, η μητέρα του περίμενε ακόμα"
            + "|Όταν γύρισε στο σπίτι,#η μητέρα του περίμενε ακόμα",
        // A voice's name has a blank, and is no place to break.
        "<v Άννα Μαρία>Η αίτηση γίνεται πια μόνο στο διαδίκτυο, λένε"
            + "|<v Άννα Μαρία>Η αίτηση γίνεται πια μόνο#στο διαδίκτυο, λένε",
        "Elle <i class>a rempli le formulaire</i> avec l’aide de sa fille"
            + "|Elle <i class>a rempli le formulaire</i>#avec l’aide de sa fille",
      })
  void longLine_isBrokenWhereItReadsWell(String text, String expected) {
    assertThat(fixed("line-too-long", cue(0, 6000, text)))
        .extracting(cue -> cue.text().replace('\n', '#'))
        .containsExactly(expected);
  }

  @Test
  void threeLines_becomeTwo() {
    assertThat(
            fixed("too-many-lines", cue(0, 6000, "Η μητέρα\nδεν μπορεί\nνα συνδεθεί στο σχολείο")))
        .extracting(Cue::text)
        .containsExactly(
            "Η μητέρα δεν μπορεί να συνδεθεί στο σχολείο".replaceFirst("μπορεί ", "μπορεί\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Γιατί;\n- Δεν ξέρω.\n- Ούτε εγώ.",
        "ααααααααααααααααααααααααααααααααααααααααααααααααα",
        "αααααααααααααααααααααααααααααααααααααααααα αααααααααααααααααααααααααααααααααααααααααα α",
      })
  void whatCannotBeBrokenWell_isForAPerson(String text) {
    Cue cue = cue(0, 7000, text);

    assertThat(CueCheck.of(List.of(cue), GREEK))
        .filteredOn(finding -> finding.code().matches("line-too-long|too-many-lines"))
        .isNotEmpty()
        .allMatch(finding -> Fix.of(finding, List.of(cue), GREEK).isEmpty());
  }

  @Test
  void whatIsNoTag_isShownAsTyped() {
    assertThat(fixed("tag-unknown", cue(0, 3000, "<i>I <3 you</i>")))
        .extracting(Cue::text)
        .containsExactly("<i>I &lt;3 you&lt;/i&gt;");
    assertThat(fixed("tag-unknown", cue(0, 3000, "<i>I</i> <font>x</font>")))
        .extracting(Cue::text)
        .containsExactly("<i>I</i> &lt;font&gt;x&lt;/font&gt;");
  }

  /** Whatever the cues: what a click is offered for goes by it, and no text is lost. */
  @Test
  void everyFixThatIsOffered_mendsWhatItIsOfferedFor() {
    Random random = new Random(20261123);
    int offered = 0;
    for (int round = 0; round < 400; round++) {
      List<Cue> cues = cues(random);
      Limits limits = GREEK.withFilm(Duration.ofSeconds(30));
      for (Finding finding : CueCheck.of(cues, limits)) {
        Optional<Edit> edit = Fix.of(finding, cues, limits);
        if (edit.isPresent()) {
          offered++;
          List<Cue> after = edit.get().applyTo(cues);
          assertThat(count(after, finding.code(), limits))
              .as("%s in %s", finding, cues)
              .isLessThan(count(cues, finding.code(), limits));
        }
      }
    }
    assertThat(offered).isGreaterThan(500);
  }

  private static long count(List<Cue> cues, String code, Limits limits) {
    return CueCheck.of(cues, limits).stream().filter(f -> f.code().equals(code)).count();
  }

  private static List<Cue> cues(Random random) {
    String[] words = {
      "η", "μητέρα", "<i>δεν</i>", "μπορεί,", "συνδεθεί", "σχολείο.", "\n", "&amp;"
    };
    List<Cue> cues = new ArrayList<>();
    long at = random.nextInt(1000);
    for (int i = 0; i < 5; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(16); word > 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      long length = random.nextInt(5000);
      cues.add(cue(at, at + length, text.toString().strip().replaceAll("\\s*\n[\\s]*", "\n")));
      at += length + random.nextInt(600) - 200;
      at = Math.max(0, at);
    }
    return cues;
  }

  private static List<Cue> fixed(String code, Cue... cues) {
    return fix(code, cues).orElseThrow().applyTo(List.of(cues));
  }

  private static Optional<Edit> fix(String code, Cue... cues) {
    List<Cue> list = List.of(cues);
    Finding finding =
        CueCheck.of(list, GREEK).stream()
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow();
    return Fix.of(finding, list, GREEK);
  }
}
