package org.capsula.media.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Films of ten tiny pictures a second. */
class PictureWatchTest {
  private static final int BLACK = 16;

  private final PictureWatch watch = new PictureWatch();
  private final Random random = new Random(6);
  private int pictures;
  private byte[] shown = new byte[TinyPicture.SAMPLES];

  @Test
  void blackOfFiveSeconds_isASpan_andOfLessIsNot() {
    move(30);
    black(49);
    move(30);
    black(50);
    move(30);
    end();

    assertThat(watch.black()).containsExactly(span(10.9, 15.9));
  }

  @Test
  void blackAtTheEnd_lastsToTheEnd() {
    move(30);
    black(60);
    end();

    assertThat(watch.black()).containsExactly(span(3, 9));
  }

  @Test
  void blackWithNoiseAndALamp_isBlack() {
    move(10);
    for (int i = 0; i < 60; i++) {
      byte[] dark = flat(20);
      for (int at = 0; at < dark.length; at++) {
        dark[at] += (byte) random.nextInt(9);
      }
      dark[700] = (byte) 200;
      show(dark);
    }
    end();

    assertThat(watch.black()).containsExactly(span(1, 7));
  }

  /** White on black, half a row of samples: credits are something to see. */
  @Test
  void creditsAndNight_areNotBlack() {
    for (int i = 0; i < 60; i++) {
      byte[] credits = flat(BLACK);
      for (int x = 0; x < 12; x++) {
        credits[i % 30 * TinyPicture.WIDTH + 20 + x] = 60;
      }
      show(credits);
    }
    for (int i = 0; i < 60; i++) {
      show(flat(34));
    }
    end();

    assertThat(watch.black()).isEmpty();
  }

  @Test
  void pictureThatStopsForTenSeconds_isFrozen_andForLessIsNot() {
    move(200);
    still(98);
    move(100);
    still(100);
    move(100);
    end();

    // The last picture of the movement is the first that stands.
    assertThat(watch.frozen()).containsExactly(span(39.7, 49.8));
  }

  @Test
  void pictureThatStands_withItsKeyFramesCompressedAnew_isFrozen() {
    move(300);
    byte[] stopped = shown;
    for (int i = 0; i < 150; i++) {
      byte[] picture = stopped.clone();
      if (i % 20 > 17) {
        for (int at = 0; at < picture.length; at += 3) {
          picture[at]++;
        }
      }
      show(picture);
    }
    move(100);
    end();

    assertThat(watch.frozen()).containsExactly(span(29.9, 45));
  }

  /** Nobody moves, but the camera runs. */
  @Test
  void emptyRoom_isNotFrozen() {
    move(300);
    byte[] room = shown;
    for (int i = 0; i < 150; i++) {
      byte[] picture = room.clone();
      for (int at = 0; at < picture.length; at += 11) {
        picture[at] += (byte) (random.nextInt(3) - 1);
      }
      show(picture);
    }
    end();

    assertThat(watch.frozen()).isEmpty();
  }

  @Test
  void slideThatComesWithACut_isNotFrozen() {
    move(300);
    show(scene());
    still(149);
    show(scene());
    move(100);
    end();

    assertThat(watch.frozen()).isEmpty();
    assertThat(watch.scenes()).extracting(Scene::start).contains(seconds(30));
  }

  @Test
  void filmThatStandsStillForHalfOfItsTime_hasNoFrozenSpan() {
    move(100);
    still(150);
    move(40);
    end();

    assertThat(watch.frozen()).isEmpty();
  }

  @Test
  void cut_isAScene() {
    shown = scene();
    still(30);
    show(scene());
    still(30);
    end();

    assertThat(watch.scenes()).extracting(Scene::start).containsExactly(seconds(3));
    assertThat(watch.scenes().get(0).strength()).isGreaterThan(0.8);
  }

  @Test
  void flash_isNoScene() {
    shown = scene();
    still(30);
    byte[] before = shown;
    show(flat(235));
    show(flat(200));
    show(before);
    still(30);
    end();

    assertThat(watch.scenes()).isEmpty();
  }

  @Test
  void lampSwitchedOn_isNoScene() {
    byte[] room = scene();
    for (int i = 0; i < room.length; i++) {
      room[i] = (byte) (40 + (room[i] & 0xff) / 4);
    }
    shown = room;
    still(30);
    byte[] lit = room.clone();
    for (int i = 0; i < lit.length; i++) {
      lit[i] = (byte) ((lit[i] & 0xff) * 2);
    }
    show(lit);
    still(30);
    end();

    assertThat(watch.scenes()).isEmpty();
  }

  @Test
  void fadeThroughBlack_isOneScene() {
    byte[] first = scene();
    byte[] second = scene();
    shown = first;
    still(30);
    fade(first, false);
    black(5);
    fade(second, true);
    shown = second;
    still(30);
    end();

    assertThat(watch.scenes()).hasSize(1);
    assertThat(watch.scenes().get(0).start()).isBetween(seconds(4), seconds(5.5));
  }

  @Test
  void movement_isNoScene() {
    move(300);
    end();

    assertThat(watch.scenes()).isEmpty();
  }

  private void fade(byte[] picture, boolean in) {
    for (int step = 1; step < 10; step++) {
      byte[] faded = new byte[picture.length];
      int light = in ? step : 10 - step;
      for (int i = 0; i < faded.length; i++) {
        faded[i] = (byte) (BLACK + ((picture[i] & 0xff) - BLACK) * light / 10);
      }
      show(faded);
    }
  }

  /** A camera that is held in the hand, and pans. */
  private void move(int count) {
    byte[] panorama = new byte[2 * TinyPicture.SAMPLES];
    Random things = new Random(7);
    for (int i = 0; i < panorama.length; i++) {
      panorama[i] = (byte) (i % 8 == 0 ? 60 + things.nextInt(140) : panorama[i - 1]);
    }
    for (int i = 0; i < count; i++) {
      byte[] picture = new byte[TinyPicture.SAMPLES];
      for (int at = 0; at < picture.length; at++) {
        picture[at] = panorama[(at + 3 * pictures) % panorama.length];
      }
      show(picture);
    }
  }

  /** Large areas of different brightness, unlike those of any other scene. */
  private byte[] scene() {
    byte[] picture = new byte[TinyPicture.SAMPLES];
    int[] areas = random.ints(64, 30, 220).toArray();
    for (int i = 0; i < picture.length; i++) {
      int x = i % TinyPicture.WIDTH / 8;
      int y = i / TinyPicture.WIDTH / 5;
      picture[i] = (byte) areas[y * 8 + x];
    }
    return picture;
  }

  private void still(int count) {
    for (int i = 0; i < count; i++) {
      show(shown);
    }
  }

  private void black(int count) {
    for (int i = 0; i < count; i++) {
      show(flat(BLACK));
    }
  }

  private static byte[] flat(int luma) {
    byte[] picture = new byte[TinyPicture.SAMPLES];
    Arrays.fill(picture, (byte) luma);
    return picture;
  }

  private void show(byte[] luma) {
    shown = luma;
    watch.accept(new TinyPicture(seconds(pictures++ / 10.0), luma));
  }

  private void end() {
    watch.finish(seconds(pictures / 10.0));
  }

  private static Span span(double start, double end) {
    return new Span(seconds(start), seconds(end));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
