package org.capsula.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProgrammeLoudnessTest {
  /** EBU Tech 3341, test signal 1: 1 kHz in both channels at −23 dBFS is −23 LUFS. */
  @Test
  void tone_ofTheEbuSignal1_readsMinus23() {
    float[] tone = new float[48_000 * 20];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (Math.pow(10, -23 / 20.0) * Math.sin(2 * Math.PI * 1000 * i / 48_000));
    }
    assertThat(ProgrammeLoudness.of(new float[][] {tone, tone})).isCloseTo(-23, within(0.1));
  }
}
