package org.capsula.subtitles.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Format;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.Severity;
import org.capsula.subtitles.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitleReaderTest {

  static Stream<byte[]> foreignFiles() {
    return Stream.of(
        "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj <</Type/Catalog>> endobj"
            .getBytes(StandardCharsets.ISO_8859_1),
        "\0\0\0\u001Cftypisom\0\0\u0002\0isomiso2avc1mp41\0\0\0\u0008free\u00FF-->\u0001"
            .getBytes(StandardCharsets.ISO_8859_1),
        "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1),
        "A letter: see --> there.".getBytes(StandardCharsets.UTF_8),
        "<html><!-- no --></html>".getBytes(StandardCharsets.UTF_8),
        new byte[] {(byte) 0xFF, (byte) 0xFE, 0x31},
        new byte[] {(byte) 0xD8});
  }

  @ParameterizedTest
  @MethodSource("foreignFiles")
  void foreignFile_read_isOneError(byte[] bytes) {
    Parsed parsed = SubtitleReader.read(bytes, null);

    assertThat(parsed.format()).isNull();
    assertThat(parsed.cues()).isEmpty();
    assertThat(parsed.findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("format-unknown", Severity.ERROR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t\r\n", "\uFEFF", "\uFEFF\n"})
  void emptyFile_read_isOneError(String text) {
    Parsed parsed = SubtitleReader.read(text.getBytes(StandardCharsets.UTF_8), "fr");

    assertThat(parsed.findings()).extracting(Finding::code).containsExactly("file-empty");
  }

  @ParameterizedTest
  @CsvSource({"WEBVTT,WEBVTT", "'1\n00:00:01,000 --> 00:00:02,000\n',SUBRIP"})
  void file_withoutCues_saysSo(String text, Format format) {
    Parsed parsed = SubtitleReader.read(text.getBytes(StandardCharsets.UTF_8), "fr");

    assertThat(parsed.format()).isEqualTo(format);
    assertThat(parsed.findings()).extracting(Finding::code).endsWith("no-cues");
  }

  @Test
  void subRip_inOldGreek_isReadWithANote() {
    String srt = "1\n00:00:01,000 --> 00:00:02,000\nΆλλη μέρα\n";

    Parsed parsed = SubtitleReader.read(srt.getBytes(Charset.forName("ISO-8859-7")), "gre");

    assertThat(parsed.charset()).isEqualTo("ISO-8859-7");
    assertThat(parsed.cues()).extracting(cue -> cue.text()).containsExactly("Άλλη μέρα");
    assertThat(parsed.findings()).extracting(Finding::code).containsExactly("charset-guessed");
  }

  static List<Path> demo() {
    return SharedData.files("demo", ".vtt");
  }

  @ParameterizedTest
  @MethodSource("demo")
  void demo_read_isClean(Path file) {
    Parsed parsed = SubtitleReader.read(SharedData.bytes(file), null);

    assertThat(parsed.findings()).isEmpty();
    assertThat(parsed.cues()).isNotEmpty();
  }
}
