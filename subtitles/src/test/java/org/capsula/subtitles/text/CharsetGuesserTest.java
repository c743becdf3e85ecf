package org.capsula.subtitles.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.reading.SubtitleReader;
import org.capsula.subtitles.text.CharsetGuess.Reading;
import org.junit.jupiter.api.Test;

class CharsetGuesserTest {
  private static final String GREEK =
      "1\n00:00:01,000 --> 00:00:02,000\nΆννα, πού είναι ο κωδικός;\n";
  private static final byte[] WINDOWS_1253 = GREEK.getBytes(Charset.forName("windows-1253"));

  @Test
  void greekInItsCodePage_isFoundWithWhatTheOthersWouldRead() {
    CharsetGuess guess = CharsetGuesser.guess(WINDOWS_1253, "el");

    assertThat(guess.best().charset()).isEqualTo("windows-1253");
    assertThat(guess.best().confidence()).isBetween(0.8, 0.99);
    assertThat(guess.best().sample()).isEqualTo("Άννα, πού είναι ο κωδικός;");
    assertThat(guess.readings())
        .extracting(Reading::charset, Reading::sample)
        .contains(
            tuple("ISO-8859-7", "’ννα, πού είναι ο κωδικός;"),
            tuple("windows-1252", "¢ííá, ðïý åßíáé ï êùäéêüò;"));
    assertThat(guess.readings())
        .extracting(Reading::confidence)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void utf8_isCertain() {
    CharsetGuess guess = CharsetGuesser.guess(GREEK.getBytes(StandardCharsets.UTF_8), "fr");

    assertThat(guess.best()).isEqualTo(new Reading("UTF-8", 1, "Άννα, πού είναι ο κωδικός;"));
    assertThat(guess.readings().get(1).confidence()).isLessThan(0.5);
  }

  @Test
  void lettersThatAreAllAscii_leaveNothingToChoose() {
    byte[] plain = "1\n00:00:01,000 --> 00:00:02,000\nHello\n".getBytes(StandardCharsets.US_ASCII);

    assertThat(CharsetGuesser.guess(plain, null).readings())
        .containsExactly(new Reading("UTF-8", 1, ""));
    assertThat(CharsetGuesser.guess(new byte[0], "el").readings()).hasSize(1);
  }

  @Test
  void chosenCharset_isReadWhateverTheBytesLookLike() {
    Parsed wrong = SubtitleReader.read(WINDOWS_1253, "el", Charset.forName("windows-1252"));
    Parsed right = SubtitleReader.read(WINDOWS_1253, "el", Charset.forName("windows-1253"));
    Parsed damaged = SubtitleReader.read(WINDOWS_1253, "el", StandardCharsets.UTF_8);

    assertThat(wrong.cues().get(0).text()).isEqualTo("¢ííá, ðïý åßíáé ï êùäéêüò;");
    assertThat(right.cues().get(0).text()).isEqualTo("Άννα, πού είναι ο κωδικός;");
    assertThat(right.charset()).isEqualTo("windows-1253");
    assertThat(right.findings()).isEmpty();
    assertThat(damaged.findings()).extracting(Finding::code).contains("charset-damaged");
  }

  @Test
  void byteOrderMark_isNoTextInAChosenCharsetEither() {
    byte[] marked = ("\uFEFF" + GREEK).getBytes(StandardCharsets.UTF_8);

    Parsed parsed = SubtitleReader.read(marked, "el", StandardCharsets.UTF_8);

    assertThat(parsed.cues()).hasSize(1);
    assertThat(parsed.findings()).isEmpty();
  }
}
