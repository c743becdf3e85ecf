package org.capsula.server.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class TrimConverterTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "5-80, 5000, 80000",
        "0:05-1:20, 5000, 80000",
        "0.25-1.5, 250, 1500",
        "1:00:00-1:00:01.5, 3600000, 3601500",
        "12-, 12000, -",
        "-12, 0, 12000"
      })
  void spans_areRead(String written, long start, Long end) {
    Trim trim = new TrimConverter().convert(written);

    assertThat(trim.start()).isEqualTo(Duration.ofMillis(start));
    assertThat(trim.end()).isEqualTo(end == null ? null : Duration.ofMillis(end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "5", "80-5", "5-5", "a-b", "1:2:3:4-5", "-5-10", "1e3-2e3"})
  void nonsense_isAskedBack(String written) {
    assertThatThrownBy(() -> new TrimConverter().convert(written))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("give START-END");
  }
}
