package org.capsula.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RationalTest {
  private static final Rational NTSC = new Rational(30_000, 1001);

  @Test
  void ratio_withoutDenominatorOrBelowZero_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rational(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rational(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rational(-1, 1));
  }

  @Test
  void text_ofWholeAndBroken_isAsFfmpegAndDashWriteIt() {
    assertThat(Rational.of(25)).hasToString("25");
    assertThat(NTSC).hasToString("30000/1001");
  }

  @Test
  void inverse_ofRate_isSecondsAFrame() {
    assertThat(NTSC.inverse()).isEqualTo(new Rational(1001, 30_000));
    assertThat(NTSC.inverse().toDouble()).isEqualTo(1001.0 / 30_000);
  }

  @Test
  void dividedBy_fittingAndNotFitting_staysExact() {
    assertThat(new Rational(120_000, 1001).dividedBy(2)).isEqualTo(new Rational(60_000, 1001));
    assertThat(Rational.of(25).dividedBy(2)).isEqualTo(new Rational(25, 2));
  }

  @Test
  void order_ofNeighbours_isByValueWithoutRounding() {
    assertThat(NTSC).isLessThan(Rational.of(30)).isGreaterThan(Rational.of(29));
    assertThat(new Rational(Integer.MAX_VALUE, 2))
        .isGreaterThan(new Rational(Integer.MAX_VALUE, 3));
    assertThat(new Rational(50, 2)).isEqualByComparingTo(Rational.of(25));
  }
}
