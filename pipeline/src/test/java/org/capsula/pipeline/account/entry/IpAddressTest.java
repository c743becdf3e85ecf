package org.capsula.pipeline.account.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::1, 0:0:0:0:0:0:0:1",
    "[2001:db8::9], 2001:db8:0:0:0:0:0:9",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
    "::ffff:192.0.2.1, 192.0.2.1"
  })
  void number_isTaken(String text, String address) {
    assertThat(IpAddress.of(text).map(InetAddress::getHostAddress)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "localhost",
        "dead.beef",
        "999.1.1.1",
        "1.2.3",
        ".:1",
        "_hidden",
        "1::2::3"
      })
  void name_isLookedUpNowhere(String text) {
    assertThat(IpAddress.of(text)).isEmpty();
  }
}
