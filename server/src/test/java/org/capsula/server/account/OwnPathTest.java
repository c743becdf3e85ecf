package org.capsula.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {
  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/studio, /studio",
    "/studio/capsules/a?tab=b&c=d, /studio/capsules/a?tab=b&c=d",
    "/c/été, /c/%C3%A9t%C3%A9",
    "/c/a b, /c/a%20b",
    "/c/%C3%A9t%C3%A9, /c/%C3%A9t%C3%A9",
    "/studio?q=a%26b%25&c=d+e, /studio?q=a%26b%25&c=d+e",
    "/studio?q=100%, /studio?q=100%25",
    "/a#b, /a%23b",
    "'/a?b=<\"\u00ab>', /a?b=%3C%22%C2%AB%3E",
    "/c/http://evil, /c/http://evil"
  })
  void pageOfOurs_isTaken(String wanted, String location) {
    assertThat(OwnPath.of(wanted)).contains(location);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "studio",
        "//evil.example",
        "//evil.example/studio",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/a\\..\\..\\\\evil",
        "https://evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/\t/evil.example",
        "\t//evil.example",
        "/\n/evil.example",
        "/a\r\nSet-Cookie: capsula=x",
        " //evil.example",
        "/sign-in?next=/sign-in",
        "/sign-out"
      })
  void otherSite_isNot(String wanted) {
    assertThat(OwnPath.of(wanted)).isEmpty();
  }
}
