package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.bytedeco.ffmpeg.global.avcodec;
import org.capsula.media.Finding;
import org.capsula.media.Severity;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.ffmpeg.Film.Packet;
import org.capsula.media.ffmpeg.GeneratedFilm;
import org.capsula.media.ffmpeg.StagedFilm;
import org.capsula.media.ffmpeg.StagedFilm.What;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a film is said with where it begins and ends; of a sound one nothing is. */
class DamageTest {
  @TempDir Path folder;

  @Test
  void soundFilm_hasNoFindings() throws Exception {
    assertThat(findings(new StagedFilm(20).to(film()))).isEmpty();
  }

  /**
   * With sound as the recorder's converter gave it: FFmpeg's AAC encoder lowers what is clipped.
   */
  @Test
  void faultsOfPictureAndSound_areSaidWithTheirTimes() throws Exception {
    Path film =
        new StagedFilm(70)
            .with(What.BLACK, 0, 1)
            .with(What.BLACK, 8, 15)
            .with(What.FROZEN, 20, 33)
            .with(What.SILENT, 22, 37)
            .with(What.CLIPPED, 50, 56)
            .with(What.BLACK, 69, 70)
            .encodedAs(avcodec.AV_CODEC_ID_H264, avcodec.AV_CODEC_ID_PCM_S16LE)
            .to(folder.resolve("film.mov"));

    List<Finding> findings = findings(film);

    assertThat(findings)
        .extracting(Finding::code, Finding::severity)
        .containsExactly(
            Tuple.tuple("picture-black", Severity.WARNING),
            Tuple.tuple("picture-frozen", Severity.NOTE),
            Tuple.tuple("silence", Severity.WARNING),
            Tuple.tuple("sound-clipped", Severity.WARNING));
    assertPlace(findings.get(0), 8, 15);
    assertPlace(findings.get(1), 20, 33);
    assertPlace(findings.get(2), 22, 37);
    assertPlace(findings.get(3), 50, 56);
  }

  @Test
  void timesOfATrimmedFilm_areThoseOfItsFootage() throws Exception {
    Path film =
        new StagedFilm(60)
            .with(What.CLIPPED, 1, 4)
            .with(What.BLACK, 20, 26)
            .with(What.SILENT, 30, 42)
            .to(film());

    List<Finding> findings =
        findings(film, new Trim(Duration.ofSeconds(10), Duration.ofSeconds(55)));

    assertThat(findings).extracting(Finding::code).containsExactly("picture-black", "silence");
    assertPlace(findings.get(0), 20, 26);
    assertPlace(findings.get(1), 30, 42);
  }

  @Test
  void filmThatIsBlackForMoreThanAFifth_isGravelyDamaged() throws Exception {
    List<Finding> findings = findings(new StagedFilm(30).with(What.BLACK, 10, 17).to(film()));

    assertThat(findings)
        .extracting(Finding::code, Finding::severity)
        .containsExactly(Tuple.tuple("picture-black", Severity.ERROR));
  }

  @Test
  void soundThatEndsEarly_isSaid() throws Exception {
    List<Finding> findings = findings(new StagedFilm(30).with(What.NO_SOUND, 26, 30).to(film()));

    assertThat(findings)
        .extracting(Finding::code, Finding::severity, finding -> finding.arguments().get("kind"))
        .containsExactly(Tuple.tuple("track-ends-early", Severity.WARNING, "sound"));
    assertPlace(findings.get(0), 26, 30);
    assertThat((Double) findings.get(0).arguments().get("seconds")).isCloseTo(4, within(0.2));
  }

  /** The picture that is held to the end is no news then. */
  @Test
  void pictureThatEndsEarly_isSaidOnce() throws Exception {
    List<Finding> findings = findings(new StagedFilm(40).with(What.NO_PICTURE, 28, 40).to(film()));

    assertThat(findings)
        .extracting(Finding::code, Finding::severity, finding -> finding.arguments().get("kind"))
        .containsExactly(Tuple.tuple("track-ends-early", Severity.ERROR, "picture"));
    assertPlace(findings.get(0), 28, 40);
  }

  @Test
  void tracksThatEndAlmostTogether_areNoFinding() throws Exception {
    assertThat(findings(new StagedFilm(12).with(What.NO_SOUND, 11.2, 12).to(film()))).isEmpty();
  }

  @Test
  void filmWithoutSound_isNotedAsAWhole() throws Exception {
    List<Finding> findings =
        findings(new GeneratedFilm(192, 108).to(folder.resolve("silent.mp4"), 2));

    assertThat(findings)
        .extracting(Finding::code, Finding::start, Finding::end)
        .containsExactly(Tuple.tuple("no-audio", null, null));
  }

  /** Slides change with a cut, and stand; so does a picture with a voice. */
  @Test
  void picturesThatAreMeantToStand_areNoFinding() throws Exception {
    Path slides =
        new StagedFilm(36)
            .with(What.FROZEN, 0, 12)
            .with(What.FROZEN, 12, 24)
            .with(What.FROZEN, 24, 36)
            .to(film());
    Path one = new StagedFilm(15).with(What.FROZEN, 0, 15).to(film());

    assertThat(findings(slides)).isEmpty();
    assertThat(findings(one)).isEmpty();
  }

  @Test
  void filmThatBreaksOff_saysFromWhereToWhereItIsMissing() throws Exception {
    Path film = new StagedFilm(24).to(film());
    byte[] bytes = Files.readAllBytes(film);
    Files.write(film, Arrays.copyOf(bytes, (int) packet(film, 15).position()));

    List<Finding> findings = findings(film);

    assertThat(findings).extracting(Finding::code).contains("footage-truncated");
    assertPlace(first(findings, "footage-truncated"), 15, 24);
  }

  @Test
  void filmThatIsDamagedInTwoPlaces_saysBoth() throws Exception {
    Path film = new StagedFilm(40).to(film());
    byte[] bytes = Files.readAllBytes(film);
    fillWithNoise(bytes, packet(film, 10).position(), packet(film, 12).position());
    fillWithNoise(bytes, packet(film, 30).position(), packet(film, 31).position());
    Files.write(film, bytes);

    List<Finding> findings = findings(film);

    assertThat(findings).extracting(Finding::code).containsOnly("decode-errors");
    for (String kind : List.of("picture", "sound")) {
      List<Finding> places =
          findings.stream()
              .filter(finding -> kind.equals(finding.arguments().get("kind")))
              .toList();
      assertThat(places).as(kind).hasSize(2);
      assertPlace(places.get(0), 10, 12);
      assertPlace(places.get(1), 30, 31);
    }
  }

  private static void assertPlace(Finding finding, double start, double end) {
    assertThat(seconds(finding.start())).as("start of %s", finding).isCloseTo(start, within(1.0));
    assertThat(seconds(finding.end())).as("end of %s", finding).isCloseTo(end, within(1.0));
  }

  private static double seconds(@Nullable Duration time) {
    return time == null ? Double.NaN : time.toMillis() / 1000.0;
  }

  private static Finding first(List<Finding> findings, String code) {
    return findings.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
  }

  private static Packet packet(Path film, double seconds) {
    return new Film(film)
        .packets().stream()
            .filter(packet -> packet.stream() == 0 && packet.seconds() >= seconds)
            .findFirst()
            .orElseThrow();
  }

  private static void fillWithNoise(byte[] bytes, long from, long to) {
    Random random = new Random(from);
    for (int i = (int) from; i < to; i++) {
      bytes[i] = (byte) random.nextInt();
    }
  }

  private Path film() throws IOException {
    return Files.createTempDirectory(folder, "film").resolve("film.mp4");
  }

  private List<Finding> findings(Path film) throws IOException, UnreadableMediaException {
    return findings(film, Trim.NONE);
  }

  /** In the order of what is read first, and of the film. */
  private List<Finding> findings(Path film, Trim trim)
      throws IOException, UnreadableMediaException {
    Production production =
        Production.of(film, Files.createTempDirectory(folder, "production"), trim, 108);
    return Stream.concat(
            production.job().info().findings().stream(), production.result().findings().stream())
        .toList();
  }
}
