package org.capsula.media.colour;

/**
 * From a high dynamic range picture in BT.2020 colours to an ordinary one in BT.709 colours.
 *
 * <p>The light is brought down by the EETF of ITU-R BT.2390-10, 5.4.1, applied to the largest of
 * the three colours: all three shrink alike, so that hue and saturation stay. The target is a
 * display whose white is the reference white of ITU-R BT.2408-7, 203 cd/m², and whose EOTF is that
 * of ITU-R BT.1886 with a perfect black, for which BT.709 pictures are made.
 */
public final class ToneMap {
  /** What a film that does not say is taken to be mastered for, in cd/m². */
  public static final double USUAL_PEAK = 1000;

  /** The reference white of BT.2408, in cd/m². */
  static final double WHITE = 203;

  /** Beyond it a few sparks would darken all the rest. */
  private static final double HIGHEST_PEAK = 4000;

  private static final double GAMMA = 2.4;

  private final Hdr hdr;
  private final double sourcePeak;

  /**
   * @param peak the brightest light of the film in cd/m²; for HLG, whose light is relative to the
   *     display, it does not count
   */
  public ToneMap(Hdr hdr, double peak) {
    this.hdr = hdr;
    sourcePeak = hdr == Hdr.HLG ? Hlg.PEAK : Math.min(HIGHEST_PEAK, Math.max(WHITE, peak));
  }

  /**
   * @param signal of the HDR picture, each colour from 0 to 1
   * @return signal of the SDR picture, each colour from 0 to 1
   */
  Rgb map(Rgb signal) {
    Rgb light = hdr == Hdr.HLG ? Hlg.light(signal) : signal.map(Pq::light);
    double largest = light.largest();
    Rgb shown = largest <= 0 ? light : light.times(eetf(largest) / (largest * WHITE));
    return Primaries.clipped(Primaries.to709(shown)).map(each -> Math.pow(each, 1 / GAMMA));
  }

  /**
   * BT.2390-10, 5.4.1, with both blacks at 0.
   *
   * @param light in cd/m²
   * @return the light that the target display shows, in cd/m², at most {@link #WHITE}
   */
  double eetf(double light) {
    double scale = Pq.signal(sourcePeak);
    double source = Math.min(1, Pq.signal(light) / scale);
    double highest = Pq.signal(WHITE) / scale;
    double knee = 1.5 * highest - 0.5;
    // Where both displays are alike there is nothing to bend.
    double target = source < knee || knee >= 1 ? source : spline(source, knee, highest);
    return Math.min(WHITE, Pq.light(target * scale));
  }

  /** The Hermite spline from the knee, where it is straight, to the target's peak. */
  private static double spline(double source, double knee, double highest) {
    double t = (source - knee) / (1 - knee);
    double t2 = t * t;
    double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * knee
        + (t3 - 2 * t2 + t) * (1 - knee)
        + (-2 * t3 + 3 * t2) * highest;
  }
}
