package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.capsula.media.Rational;
import org.capsula.media.ffmpeg.FlashAndBeep;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound against picture, at the start, in the middle and at the end of what is made. */
class LipSyncTest {
  @TempDir static Path folder;

  private static DecoderProcess decoder;

  @BeforeAll
  static void startDecoder() throws Exception {
    decoder = DecoderProcess.start(Files.createTempDirectory(folder, "scratch"));
  }

  @AfterAll
  static void endDecoder() {
    decoder.close();
  }

  /**
   * AVI has no times: where MP3's delay of 23 ms has moved the pictures by a whole frame, the file
   * itself is 17 ms off.
   *
   * @param format FFmpeg's name of the container
   */
  @ParameterizedTest
  @CsvSource({
    "mp4,      mp4,      H264,       AAC,       25, 144",
    "mp4,      mp4,      H264,       AAC,       30000/1001, 144",
    "mp4,      mp4,      H264,       MP3,       50, 144",
    "mp4,      mp4,      MPEG4,      AAC,       12, 144",
    "mov,      mov,      MJPEG,      PCM_S16LE, 30000/1001, 144",
    "mov,      mov,      PRORES,     AAC,       25, 144",
    "mkv,      matroska, H264,       FLAC,      50, 144",
    "mkv,      matroska, H264,       AAC,       12, 144",
    "webm,     webm,     VP8,        OPUS,      25, 144",
    "ogv,      ogg,      VP8,        OPUS,      30000/1001, 144",
    "ts,       mpegts,   H264,       AAC,       25, 144",
    "ts,       mpegts,   H264,       AAC,       30000/1001, 144",
    "ts,       mpegts,   H264,       AAC,       12, 144",
    "ts,       mpegts,   MPEG2VIDEO, MP2,       50, 144",
    "mpg,      vob,      MPEG2VIDEO, MP2,       25, 144",
    "mpg,      vob,      MPEG2VIDEO, AC3,       30000/1001, 144",
    "avi,      avi,      MPEG4,      MP3,       25, 144",
    "avi,      avi,      MJPEG,      PCM_S16LE, 12, 144",
    "flv,      flv,      FLV1,       MP3,       25, 144",
    "flv,      flv,      H264,       AAC,       50, 144",
    "wmv,      asf,      WMV2,       WMAV2,     25, 144",
    "mxf,      mxf,      MPEG2VIDEO, PCM_S16LE, 25, 144",
    "mxf,      mxf,      MPEG2VIDEO, PCM_S16LE, 30000/1001, 144",
    "3gp,      3gp,      H263,       AAC,       15, 144",
    "dv,       dv,       DVVIDEO,    PCM_S16LE, 25, 576",
  })
  void sound_comesWithThePicture(
      String extension, String format, String video, String sound, String rate, int height)
      throws Exception {
    Rational frames =
        rate.contains("/") ? Rational.parse(rate) : Rational.of(Integer.parseInt(rate));
    Path footage =
        FlashAndBeep.to(
            Files.createTempDirectory(folder, "footage").resolve("film." + extension),
            format,
            codec(video),
            codec(sound),
            frames,
            height);
    Path target = Files.createTempDirectory(folder, "tracks");
    var job =
        Production.job(footage, target, decoder.inspect(footage, Trim.NONE), Trim.NONE, height);
    decoder.transcode(job, time -> {});
    List<Double> flashes = FlashAndBeep.flashes(target.resolve("video-" + height + ".mp4"));
    List<Double> beeps = FlashAndBeep.beeps(target.resolve("audio.mp4"));
    double tolerance = frames.toDouble() >= 25 ? 0.020 : 0.5 / frames.toDouble() + 0.005;

    assertThat(flashes).hasSize(3);
    assertThat(beeps).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(beeps.get(i)).isCloseTo(flashes.get(i), within(tolerance));
    }
  }

  private static int codec(String name) throws ReflectiveOperationException {
    return avcodec.class.getField("AV_CODEC_ID_" + name).getInt(null);
  }
}
