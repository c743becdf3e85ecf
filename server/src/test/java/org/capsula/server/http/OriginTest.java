package org.capsula.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "true, a.org, https://a.org",
    "true, A.Org:443, https://a.org",
    "true, a.org:80, https://a.org:80",
    "true, a.org:8443, https://a.org:8443",
    "false, a.org:80, http://a.org",
    "false, a.org:443, http://a.org:443",
    "false, [::1]:8080, http://[::1]:8080",
    "false, [2001:db8::80], http://[2001:db8::80]"
  })
  void origin_isWrittenAsBrowsersDo(boolean secure, String authority, String origin) {
    assertThat(new Connection("127.0.0.1", secure, authority).origin()).isEqualTo(origin);
  }

  /** A name is what a proxy was told; whoever answers for it must not decide what is safe. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.9.9.9, true",
    "[::1], true",
    "192.0.2.1, false",
    "localhost, false",
    "unknown, false"
  })
  void loopback_isAnAddressAndNoName(String address, boolean loopback) {
    assertThat(new Connection(address, false, "a").isLoopback()).isEqualTo(loopback);
  }
}
