package org.capsula.pipeline.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlayerPageTest {
  @ParameterizedTest
  @CsvSource({"52.9, 0:52", "59.9999999, 1:00", "3599.99, 59:59", "3723.5, 1:02:03"})
  void clock_countsFullSeconds(double seconds, String shown) {
    assertThat(PlayerPage.clock(seconds)).isEqualTo(shown);
  }
}
