package org.capsula.media.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaveformTest {
  @Test
  void pixel_ofATenthOfASecond_holdsTheExtremesOfAllChannels() {
    float[] left = new float[4800];
    float[] right = new float[4800];
    left[17] = 0.5f;
    right[4799] = -0.25f;
    Waveform waveform = new Waveform();

    waveform.add(List.of(FloatBuffer.wrap(left), FloatBuffer.wrap(right)));

    assertThat(waveform.data()).containsExactly(-32, 64);
  }

  @Test
  void pixels_acrossUnevenBuffers_areCutAtTheSameSamples() {
    Waveform waveform = new Waveform();
    float[] ramp = new float[9600];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i < 4800 ? 1 : -1;
    }
    for (int from = 0; from < ramp.length; from += 1024) {
      int length = Math.min(1024, ramp.length - from);
      waveform.add(List.of(FloatBuffer.wrap(ramp, from, length)));
    }

    assertThat(waveform.data()).containsExactly(0, 127, -127, 0);
  }

  @Test
  void samples_beyondFullScale_areClipped() {
    Waveform waveform = new Waveform();
    float[] loud = new float[4800];
    loud[0] = 3;
    loud[1] = -3;

    waveform.add(List.of(FloatBuffer.wrap(loud)));

    assertThat(waveform.data()).containsExactly(-128, 127);
  }

  @Test
  void json_ofPartOfAPixel_keepsIt() {
    Waveform waveform = new Waveform();
    waveform.add(List.of(FloatBuffer.wrap(new float[] {1})));

    assertThat(waveform.toJson())
        .isEqualTo(
            "{\"version\":2,\"channels\":1,\"sample_rate\":48000,\"samples_per_pixel\":4800,"
                + "\"bits\":8,\"length\":1,\"data\":[0,127]}\n");
  }

  @Test
  void json_ofNothing_isEmptyAndWellFormed() {
    assertThat(new Waveform().toJson()).endsWith("\"length\":0,\"data\":[]}\n");
  }
}
