package org.capsula.subtitles.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.SharedData;
import org.capsula.subtitles.timing.Cut;
import org.capsula.subtitles.timing.Intervals;
import org.capsula.subtitles.webvtt.WebVttWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No bytes may throw, hang or come out as WebVTT that cannot be read again. */
class HostileInputTest {
  private static final int MUTATIONS = 2_000;
  private static final int MEGABYTE = 1 << 20;

  @Test
  void realFiles_mutated_areReadAndWrittenWithoutException() {
    Random random = new Random(20261122);
    List<byte[]> originals = originals();
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutant = mutate(originals.get(random.nextInt(originals.size())), random);
      String language = List.of("el", "ro", "fr", "und").get(random.nextInt(4));
      assertThatCode(() -> readAndWrite(mutant, language))
          .as("mutation %d: %s", i, Arrays.toString(mutant))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "a",
        "\n",
        "\r",
        " ",
        "-",
        "->",
        "-->",
        "0",
        "00:",
        "0:0:0,0-->",
        "<",
        "<i>",
        "{\\",
        "{\\an8}",
        "<b><i></b>",
        "</u>",
        "&",
        "&#9;",
        "X1:1 ",
        "a:b ",
        "1\n00:00:00,000 --> 00:00:00,001\n",
        "1\n",
        "é",
      })
  @Timeout(20)
  void megabyte_ofTheSame_isReadInTime(String unit) {
    String srt = "1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:03,000 --> 00:00:04,000 ";
    String repeated = unit.repeat(MEGABYTE / unit.length());
    for (String start : List.of("", srt, srt + "\n", "WEBVTT\n\n00:01.000 --> 00:02.000 ")) {
      Parsed parsed =
          SubtitleReader.read((start + repeated).getBytes(StandardCharsets.UTF_8), null);
      assertThat(WebVttWriter.write(parsed)).startsWith("WEBVTT\n");
    }
  }

  @Test
  void utf16_cutAtAnyByte_isRead() {
    byte[] whole =
        "\uFEFF1\n00:00:01,000 --> 00:00:02,000\nΝαι\uD83D\uDE00"
            .getBytes(StandardCharsets.UTF_16LE);
    for (int length = 0; length < whole.length; length++) {
      Parsed parsed = SubtitleReader.read(Arrays.copyOf(whole, length), "el");
      boolean saysSomething = !parsed.cues().isEmpty() || !parsed.findings().isEmpty();
      assertThat(saysSomething).as("cut to %d bytes", length).isTrue();
    }
    assertThat(SubtitleReader.read(whole, "el").findings()).isEmpty();
  }

  private static void readAndWrite(byte[] bytes, String language) {
    Parsed parsed = SubtitleReader.read(bytes, language);
    Parsed again =
        SubtitleReader.read(WebVttWriter.write(parsed).getBytes(StandardCharsets.UTF_8), null);
    assertThat(again.cues()).isEqualTo(parsed.cues());
    assertThat(again.findings())
        .extracting(Finding::code)
        .isSubsetOf("end-before-start", "no-cues");
    Intervals.of(Cut.clip(parsed.cues(), Duration.ofSeconds(1), Duration.ofSeconds(9)));
  }

  private static List<byte[]> originals() {
    List<Path> files = new ArrayList<>(SharedData.files("subtitles/media3/subrip", ""));
    files.addAll(SharedData.files("subtitles/media3/webvtt", ""));
    files.addAll(SharedData.files("subtitles/webvtt/file-parsing", ".vtt"));
    return files.stream().map(SharedData::bytes).filter(bytes -> bytes.length > 0).toList();
  }

  /** Cut, overwritten, doubled or shuffled in a few places. */
  private static byte[] mutate(byte[] original, Random random) {
    byte[] mutant = original.clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(mutant.length);
      int to = at + random.nextInt(mutant.length - at);
      switch (random.nextInt(4)) {
        case 0 -> mutant[at] = (byte) random.nextInt(256);
        case 1 -> mutant[at] = (byte) "\n\r\0->:<&{} 19,.".charAt(random.nextInt(14));
        case 2 -> System.arraycopy(original, 0, mutant, at, Math.min(original.length, to - at));
        default -> mutant = Arrays.copyOf(mutant, Math.max(1, to));
      }
    }
    return mutant;
  }
}
