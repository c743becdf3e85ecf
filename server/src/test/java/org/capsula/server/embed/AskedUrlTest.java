package org.capsula.server.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.capsula.server.http.Connection;
import org.capsula.server.language.PageLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedUrlTest {
  private static final Connection HERE = new Connection("192.0.2.1", true, "capsula.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://capsula.example/c/film",
        "http://capsula.example/c/film",
        "https://CAPSULA.example:443/c/film#t=3",
        "https://capsula.example/embed/film?t=12",
        "https://capsula.example/c/film?lang=xx",
      })
  void addressOfACapsule_isKnown(String url) {
    assertThat(AskedUrl.of(url, HERE)).contains(new AskedUrl("film", null));
  }

  @Test
  void language_isTakenFromTheAddress() {
    assertThat(AskedUrl.of("https://capsula.example/c/film?t=3&lang=ell", HERE))
        .contains(new AskedUrl("film", PageLanguage.GREEK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "film",
        "/c/film",
        "https://capsula.example/",
        "https://capsula.example/c/",
        "https://capsula.example/c/film/download.mp4",
        "https://capsula.example/studio",
        "https://evil.example/c/film",
        "https://capsula.example@evil.example/c/film",
        "https://capsula.example:8443/c/film",
        "mailto:film@capsula.example",
        "https://capsula.example/c/fi lm",
        "https://[::1/c/film",
      })
  void otherAddress_isNone(String url) {
    assertThat(AskedUrl.of(url, HERE)).isEmpty();
  }
}
