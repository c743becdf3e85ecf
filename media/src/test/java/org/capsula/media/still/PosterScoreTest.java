package org.capsula.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class PosterScoreTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;
  private static final Random NOISE = new Random(1);

  @Test
  void wellExposedPicture_beatsEveryUselessOne() {
    double scene = score(PosterScoreTest::scene);

    assertThat(scene).isGreaterThan(0.5);
    assertThat(score((x, y) -> 16)).as("black").isLessThan(scene / 2);
    assertThat(score((x, y) -> 235)).as("white").isLessThan(scene / 2);
    assertThat(score((x, y) -> 110)).as("flat grey").isLessThan(scene / 2);
    assertThat(score((x, y) -> 16 + NOISE.nextInt(6))).as("dark noise").isLessThan(scene / 2);
    assertThat(score(PosterScoreTest::blurred)).as("blurred").isLessThan(scene * 0.8);
  }

  @Test
  void titleCard_whiteOnBlack_losesAgainstTheScene() {
    assertThat(score((x, y) -> x / 5 % 5 == 0 && y / 5 % 5 == 0 ? 235 : 16))
        .isLessThan(score(PosterScoreTest::scene) / 2);
  }

  @Test
  void underexposedScene_losesAgainstTheSameWellExposed() {
    assertThat(score((x, y) -> scene(x, y) / 3)).isLessThan(score(PosterScoreTest::scene) / 2);
  }

  @Test
  void stride_widerThanThePicture_isNotLookedAt() {
    ByteBuffer padded = ByteBuffer.allocate((WIDTH + 32) * HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH + 32; x++) {
        padded.put((byte) (x < WIDTH ? scene(x, y) : 255 * (y % 2)));
      }
    }
    assertThat(PosterScore.of(padded, WIDTH, HEIGHT, WIDTH + 32))
        .isEqualTo(score(PosterScoreTest::scene));
  }

  @Test
  void picture_withoutInside_scoresNothing() {
    assertThat(PosterScore.of(ByteBuffer.allocate(4), 2, 2, 2)).isZero();
  }

  private static int scene(int x, int y) {
    double shapes = 70 * Math.sin(x / 9.0) * Math.cos(y / 7.0);
    double texture = (x / 4 + y / 4) % 2 == 0 ? 25 : -25;
    return (int) Math.max(16, Math.min(235, 110 + shapes + texture));
  }

  private static int blurred(int x, int y) {
    int sum = 0;
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        sum += scene(x + dx, y + dy);
      }
    }
    return sum / 81;
  }

  private static double score(IntBinaryOperator luma) {
    ByteBuffer picture = ByteBuffer.allocate(WIDTH * HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.put((byte) luma.applyAsInt(x, y));
      }
    }
    return PosterScore.of(picture, WIDTH, HEIGHT, WIDTH);
  }
}
