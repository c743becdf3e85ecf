package org.capsula.subtitles.subrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.text.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubRipParserTest {
  private static final String TIMES = "00:00:01,000 --> 00:00:02,000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00:00:01,500 --> 00:00:02,250       | 1500 | 2250",
        "00:00:01.500 --> 00:00:02.250       | 1500 | 2250",
        "0:0:1,5 --> 0:0:2,25                | 1500 | 2250",
        "00:01,500 --> 00:02,250             | 1500 | 2250",
        "00:00:01:500 --> 00:00:02:250       | 1500 | 2250",
        "00:00:01,500-->00:00:02,250         | 1500 | 2250",
        "00:00:01,500 -> 00:00:02,250        | 1500 | 2250",
        "00:00:01,500 ---> 00:00:02,250      | 1500 | 2250",
        "00: 00: 01, 500 --> 00: 00: 02, 250 | 1500 | 2250",
        "00:00:01 --> 00:00:02               | 1000 | 2000",
        "0:00:01.500000 --> 0:00:02.250999   | 1500 | 2250",
        "00:00:61,500 --> 00:61:02,250       | 61500 | 3662250",
        "100:00:00,000 --> 100:00:01,000     | 360000000 | 360001000",
      })
  void times_inAnyNotation_areRead(String times, long startMillis, long endMillis) {
    assertThat(parse("1/" + times + "/x").cues())
        .extracting(cue -> cue.start().toMillis(), cue -> cue.end().toMillis())
        .containsExactly(tuple(startMillis, endMillis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lines_withAnyEnd_areRead(String end) {
    List<String> lines = List.of("", "", "1", TIMES, "a", "b", "", "2", TIMES, "c", "");

    Parsed parsed = SubRipParser.parse(new Decoded(String.join(end, lines), "UTF-8", List.of()));

    assertThat(parsed.cues()).extracting(Cue::text).containsExactly("a\nb", "c");
    assertThat(parsed.findings()).isEmpty();
  }

  /** A slash stands for a line end, T for a line of times, a comma parts two cues. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/T/a//2/T/b              | a,b            | ''",
        "0/T/a//1/T/b              | a,b            | ''",
        "T/a//T/b                  | a,b            | sequence-odd",
        "7/T/a//9/T/b              | a,b            | sequence-odd",
        "1/T/a/2/T/b               | a,b            | blank-line-missing",
        "1/T/a/T/b                 | a,b            | sequence-odd blank-line-missing",
        "1/T/three/2/one/T/b       | three+2+one,b  | sequence-odd blank-line-missing",
        "1/T/3//2/T/2//3/T/1       | 3,2,1          | ''",
        "1//T/a                    | a              | ''",
        "1/T//a//2/T/b             | a,b            | blank-lines-removed",
        "1/T/a///b//2/T/c          | a+b,c          | blank-lines-removed",
        "1/T/a//2018/b//2/T/c      | a+2018+b,c     | blank-lines-removed",
        "1/T/a//2/lost//3/T/c      | a,c            | text-without-timing",
        "stray//1/T/a              | a              | text-without-timing",
        "1/T/a//2/T                | a              | file-truncated",
        "1/T/a//2                  | a              | file-truncated",
        "1/T//2/T/b                | b              | cue-empty",
        "1/T X1:1 X2:2 Y1:3 Y2:4/a | a              | position-ignored",
        "1/T said here/a           | said here+a    | ''",
        "1/T/a//2/00:00:bad --> 00:00:02,000/b | a     | timing-unreadable",
        "1/T/a//2/00:00:01 --> 00:00:bad/b | a         | timing-unreadable",
        "1/T/a//2/00:00:01,0000 --> 00:00:02,000/b | a | timing-unreadable",
        "1/T/at 10:30 --> go: there| at 10:30 --&gt; go: there | ''",
        "1/T/a//2/00:00:0 --> /b   | a              | timing-unreadable",
        "1/T/go --> there          | go --&gt; there| ''",
      })
  void file_asFound_keepsItsTextAndSaysWhatItDid(String file, String cues, String codes) {
    Parsed parsed = parse(file.replace("T", TIMES));

    assertThat(parsed.cues())
        .extracting(cue -> cue.text().replace(',', ';').replace('\n', '+'))
        .containsExactly(cues.split(",", -1));
    assertThat(String.join(" ", parsed.findings().stream().map(Finding::code).toList()))
        .isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<i>a</i> <B>b</B> <u>c</u>     | <i>a</i> <b>b</b> <u>c</u>     | ''",
        "<font color=\"red\">a</font>   | a                              | tags-removed",
        "{\\an8}a                       | a                              | ''",
        "{\\pos(1,2)}a{\\i1}            | a                              | tags-removed",
        "{\\an8\\fad(1,2)}a             | a                              | tags-removed",
        "<i>a                           | <i>a</i>                       | tags-unbalanced",
        "a</i>                          | a                              | tags-unbalanced",
        "<b>a<i>b</b>c</i>              | <b>a<i>b</i></b><i>c</i>       | tags-unbalanced",
        "<b>a<b>b</b>c</b>              | <b>ab</b>c                     | tags-unbalanced",
        "a<br/>b                        | a+b                            | ''",
        "<John> 1 < 2 & AT&T > x        | &lt;John&gt; 1 &lt; 2 &amp; AT&amp;T &gt; x | ''",
        "<font size=1>                  | none                           | cue-empty",
      })
  void markup_inText_becomesCueText(String written, String text, String codes) {
    Parsed parsed =
        parse("1/" + TIMES + "/" + written.replace("/", "\\SLASH") + "//2/" + TIMES + "/end");

    String first = parsed.cues().size() == 2 ? parsed.cues().get(0).text() : "none";
    assertThat(first.replace('\n', '+')).isEqualTo(text);
    assertThat(String.join(" ", parsed.findings().stream().map(Finding::code).toList()))
        .isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "1,,true,start,left",
    "2,,true,start,center",
    "3,,true,start,right",
    "4,50.0,false,center,left",
    "5,50.0,false,center,center",
    "6,50.0,false,center,right",
    "7,0.0,true,start,left",
    "8,0.0,true,start,center",
    "9,0.0,true,start,right",
  })
  void alignment_ofAss_placesTheCue(
      int key, Double line, boolean snapToLines, String lineAlign, String align) {
    Cue cue = parse("1/" + TIMES + "/{\\an" + key + "}x").cues().get(0);

    assertThat(cue.settings())
        .extracting("line", "snapToLines", "lineAlign.word", "align.word")
        .containsExactly(line, snapToLines, lineAlign, align);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-00:00:02,000 --> 00:00:01,000 | 0 | 1000 | start-before-zero",
        "00:00:02,000 --> 00:00:01,000  | 2000 | 1000 | end-before-start",
        "00:00:02,000 --> 00:00:02,000  | 2000 | 2000 | end-before-start",
      })
  void times_outOfOrder_areKeptWithAFinding(String times, long start, long end, String code) {
    Parsed parsed = parse("1/" + times + "/x");

    assertThat(parsed.cues())
        .extracting(Cue::start, Cue::end)
        .containsExactly(tuple(Duration.ofMillis(start), Duration.ofMillis(end)));
    assertThat(parsed.findings())
        .extracting(Finding::code, Finding::line, Finding::cue)
        .containsExactly(tuple(code, 2, 1));
  }

  @Test
  void cue_beforeZero_leavesItsTextInTheFinding() {
    Parsed parsed = parse("1/-00:00:02,000 --> -00:00:01,000/x/y");

    assertThat(parsed.cues()).isEmpty();
    assertThat(parsed.findings().get(0).arguments()).containsEntry("text", "x\ny");
  }

  @Test
  void byteOrderMarks_ofJoinedFiles_areNoText() {
    Parsed parsed = parse("1/" + TIMES + "/a//\uFEFF2/" + TIMES + "/b");

    assertThat(parsed.cues()).extracting(Cue::text).containsExactly("a", "b");
  }

  private static Parsed parse(String file) {
    String text = file.replace("\\SLASH", "\\S").replace('/', '\n').replace("\\S", "/");
    return SubRipParser.parse(new Decoded(text, "UTF-8", List.of()));
  }
}
