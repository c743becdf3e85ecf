package org.capsula.server.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbedSizeTest {
  /** 116 pixels stand around the picture: 28 to scrub, 48 of buttons, 40 of the line under them. */
  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 9999, 9999, 640, 476",
    "1920, 1080, 400, 9999, 400, 341",
    "1920, 1080, 9999, 300, 640, 300",
    "1080, 1920, 9999, 9999, 320, 596",
    "1440, 1080, 9999, 9999, 640, 596",
    "640, 360, 100, 100, 100, 100",
  })
  void frame_holdsThePictureAndTheBar_andKeepsTheLimits(
      int pictureWidth, int pictureHeight, int maxWidth, int maxHeight, int width, int height) {
    Picture picture = new Picture("/p.jpg", pictureWidth, pictureHeight);
    assertThat(EmbedSize.within(picture, maxWidth, maxHeight))
        .isEqualTo(new EmbedSize(width, height));
  }
}
