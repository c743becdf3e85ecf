package org.capsula.media.sound;

import org.jspecify.annotations.Nullable;

/**
 * Loudness of a whole programme by EBU R 128.
 *
 * @param integratedLufs integrated loudness in LUFS
 * @param truePeakDbtp highest true peak in dBTP; null where it was not measured
 */
public record Loudness(double integratedLufs, @Nullable Double truePeakDbtp) {
  /** What every capsule is brought to, so that none is quieter than the next. */
  public static final double TARGET_LUFS = -16;

  /** Nothing of an encoded capsule may exceed this. */
  public static final double MAX_TRUE_PEAK_DBTP = -1;

  /**
   * Below this there is no programme to hear: R 128's absolute gate stands at −70 LUFS, and room
   * noise of ordinary recorders at about −60.
   */
  public static final double SILENCE_LUFS = -60;

  /** More would lift the noise of the room above speech level. */
  public static final double MAX_GAIN_DB = 30;

  public boolean isSilence() {
    return !(integratedLufs > SILENCE_LUFS);
  }
}
