package org.capsula.media.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoudnessTest {
  @ParameterizedTest
  @CsvSource({
    "-23,   7,  false",
    "-16,   0,  false",
    "-10,  -6,  false",
    "-46,   30, false",
    "-46.1, 30, true",
    "-59.9, 30, true",
    "-60,   0,  false",
    "-70,   0,  false"
  })
  void gain_bringsToTheTargetWithinItsBound(double lufs, double gain, boolean bounded) {
    Loudness loudness = new Loudness(lufs, null);

    assertThat(loudness.gainDb()).isEqualTo(gain);
    assertThat(loudness.gainIsBounded()).isEqualTo(bounded);
    assertThat(loudness.isSilence()).isEqualTo(lufs <= -60);
  }

  @Test
  void notANumber_isSilence() {
    assertThat(new Loudness(Double.NaN, null).isSilence()).isTrue();
    assertThat(new Loudness(Double.NEGATIVE_INFINITY, null).gainDb()).isZero();
  }
}
