package org.capsula.subtitles.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecoderTest {
  private static final List<String> LANGUAGES = List.of("fr", "de", "nl", "en", "lb", "el", "ro");

  /** Language, code page. */
  private static final List<List<String>> CODE_PAGES =
      List.of(
          List.of("el", "windows-1253"),
          List.of("el", "ISO-8859-7"),
          List.of("ro", "windows-1250"),
          List.of("ro", "ISO-8859-2"),
          List.of("ro", "ISO-8859-16"),
          List.of("fr", "windows-1252"),
          List.of("fr", "ISO-8859-15"),
          List.of("de", "windows-1252"),
          List.of("lb", "windows-1252"),
          List.of("nl", "windows-1252"),
          List.of("en", "windows-1252"));

  static Stream<Arguments> linesInCodePages() {
    return CODE_PAGES.stream()
        .flatMap(
            page ->
                Stream.of("dialog_", "udhr_")
                    .map(kind -> Arguments.of(kind + page.get(0), page.get(0), page.get(1))));
  }

  /** Lines that the code page cannot hold are left out; most lines must remain. */
  @ParameterizedTest
  @MethodSource("linesInCodePages")
  void text_inCodePageOfItsLanguage_comesBackExactly(String file, String language, String page) {
    String text = asFarAsWritable(text(file), language, page);

    Decoded decoded = Decoder.decode(text.getBytes(Charset.forName(page)), language);

    assertThat(decoded.text()).isEqualTo(withCommas(text, language));
    assertThat(text.length()).isGreaterThan(text(file).length() / 2);
  }

  @ParameterizedTest
  @CsvSource({
    "dialog_el,windows-1253",
    "udhr_el,windows-1253",
    "dialog_fr,windows-1252",
    "udhr_fr,windows-1252",
    "dialog_de,windows-1252",
    "udhr_lb,windows-1252",
    "dialog_ro,windows-1250",
    "udhr_ro,windows-1250",
  })
  void text_ofUnknownLanguage_isReadInItsCodePage(String file, String page) {
    String text = asFarAsWritable(text(file), file.substring(file.length() - 2), page);

    Decoded decoded = Decoder.decode(text.getBytes(Charset.forName(page)), null);

    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.charset()).isEqualTo(page);
    assertThat(decoded.findings()).extracting(Finding::code).containsExactly("charset-guessed");
    assertThat(decoded.findings().get(0).arguments()).containsEntry("charset", page);
  }

  static Stream<Arguments> linesInUnicode() {
    return LANGUAGES.stream()
        .flatMap(
            language ->
                Stream.of("UTF-8", "UTF-16LE", "UTF-16BE")
                    .flatMap(
                        charset ->
                            Stream.of(true, false)
                                .map(mark -> Arguments.of(language, charset, mark))));
  }

  @ParameterizedTest
  @MethodSource("linesInUnicode")
  void text_inUnicode_comesBackExactly(String language, String charset, boolean mark) {
    String text = "1\n00:00:01,000 --> 00:00:02,000\n" + text("dialog_" + language);

    Decoded decoded =
        Decoder.decode(
            ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset)), language);

    assertThat(decoded).isEqualTo(new Decoded(text, charset, List.of()));
  }

  @ParameterizedTest
  @CsvSource({"windows-1253,Άλλο,windows-1253", "ISO-8859-7,Άλλο,ISO-8859-7"})
  void alphaWithTonos_atOneByte_tellsTheGreekPagesApart(String page, String text, String found) {
    Decoded decoded = Decoder.decode(text.getBytes(Charset.forName(page)), "el");

    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.charset()).isEqualTo(found);
  }

  @Test
  void greekBytes_declaredFrench_areReadAsGreek() {
    String text = asFarAsWritable(text("dialog_el"), "el", "windows-1253");

    assertThat(Decoder.decode(text.getBytes(Charset.forName("windows-1253")), "fr").text())
        .isEqualTo(text);
  }

  @Test
  void cedillas_inRomanian_becomeCommasAndAreCounted() {
    Decoded decoded = Decoder.decode("Şi ţară, aşa".getBytes(StandardCharsets.UTF_8), "rum");

    assertThat(decoded.text()).isEqualTo("Și țară, așa");
    assertThat(decoded.findings()).extracting(Finding::code).containsExactly("cedilla-replaced");
    assertThat(decoded.findings().get(0).arguments()).containsEntry("count", 3);
  }

  @Test
  void cedillas_inTurkish_stay() {
    assertThat(Decoder.decode("Şişli".getBytes(StandardCharsets.UTF_8), "tr").text())
        .isEqualTo("Şişli");
  }

  @Test
  void accents_decomposedInGreek_areComposed() {
    String composed = text("dialog_el");
    String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);

    Decoded decoded = Decoder.decode(apart.getBytes(StandardCharsets.UTF_8), "el-GR");

    assertThat(decoded.text()).isEqualTo(composed);
    assertThat(decoded.findings()).extracting(Finding::code).containsExactly("text-normalised");
  }

  @Test
  void utf8_cutWithinALetter_isStillUtf8() {
    byte[] bytes = "είναι".getBytes(StandardCharsets.UTF_8);

    Decoded decoded = Decoder.decode(Arrays.copyOf(bytes, bytes.length - 1), "el");

    assertThat(decoded.text()).isEqualTo("είνα\uFFFD");
    assertThat(decoded.charset()).isEqualTo("UTF-8");
    assertThat(decoded.findings()).extracting(Finding::code).containsExactly("charset-damaged");
  }

  @Test
  void utf8_withOneBadByte_keepsItsOtherLetters() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("ελληνικά ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    bytes.writeBytes(" ελληνικά".getBytes(StandardCharsets.UTF_8));

    assertThat(Decoder.decode(bytes.toByteArray(), null).text())
        .isEqualTo("ελληνικά \uFFFD ελληνικά");
  }

  @Test
  void replacementCharacter_inTheFileItself_isNoDamage() {
    Decoded decoded = Decoder.decode("a\uFFFDb".getBytes(StandardCharsets.UTF_8), null);

    assertThat(decoded).isEqualTo(new Decoded("a\uFFFDb", "UTF-8", List.of()));
  }

  @Test
  void zeroCharacters_inUtf8_areReplacedAndCounted() {
    Decoded decoded = Decoder.decode("WEBVTT\n\na\0b\0 c".getBytes(StandardCharsets.UTF_8), null);

    assertThat(decoded.text()).isEqualTo("WEBVTT\n\na\uFFFDb\uFFFD c");
    assertThat(decoded.findings().get(0).arguments()).containsEntry("count", 2);
  }

  private static String text(String name) {
    return SharedData.text("subtitles/languages/" + name + ".txt");
  }

  /** What a program of the time would have written: comma letters as cedillas, where it had to. */
  private static String asFarAsWritable(String text, String language, @Nullable String page) {
    Charset charset = Charset.forName(String.valueOf(page));
    StringBuilder written = new StringBuilder();
    for (String line : text.lines().toList()) {
      String old = language.equals("ro") && !page16(page) ? withCedillas(line) : line;
      if (charset.newEncoder().canEncode(old)) {
        written.append(old).append('\n');
      }
    }
    return written.toString();
  }

  private static boolean page16(@Nullable String page) {
    return "ISO-8859-16".equals(page);
  }

  private static String withCedillas(String text) {
    return text.replace('ș', 'ş').replace('ț', 'ţ').replace('Ș', 'Ş').replace('Ț', 'Ţ');
  }

  private static String withCommas(String text, String language) {
    return language.equals("ro")
        ? text.replace('ş', 'ș').replace('ţ', 'ț').replace('Ş', 'Ș').replace('Ţ', 'Ț')
        : text;
  }
}
