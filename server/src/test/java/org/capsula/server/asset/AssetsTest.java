package org.capsula.server.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private static final Pattern URL = Pattern.compile("url\\(\"?([^)\"]+)\"?\\)");
  private static final List<String> FONTS =
      List.of("literata-latin.woff2", "literata-latin-ext.woff2", "literata-greek.woff2");

  private final Assets assets = Assets.load();

  @Test
  void address_leadsToTheFile() {
    Asset script = find("player.js");
    assertThat(script.mediaType()).isEqualTo("text/javascript; charset=utf-8");
    assertThat(script.bytes()).hasSizeGreaterThan(100_000);
    assertThat(assets.address("player.js")).matches("/assets/[0-9a-f]{16}/player\\.js");
  }

  @Test
  void otherHashesAndNames_areNotFound() {
    String hash = assets.address("page.css").split("/", -1)[2];
    assertThat(assets.find("0000000000000000", "page.css")).isEmpty();
    assertThat(assets.find(hash, "../Assets.class")).isEmpty();
    assertThat(assets.find(hash, "page.css")).isPresent();
  }

  @Test
  void styles_nameNothingButAssets() {
    for (String sheet : List.of("page.css", "player.css")) {
      String css = new String(find(sheet).bytes(), StandardCharsets.UTF_8);
      assertThat(css).doesNotContain("@import");
      List<String> urls = URL.matcher(css).results().map(AssetsTest::address).toList();
      assertThat(urls).allSatisfy(url -> assertThat(find(url).bytes()).isNotEmpty());
    }
  }

  @Test
  void fonts_areThePublishedOnesAndSmall() throws Exception {
    String readme;
    try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream("literata.md"))) {
      readme = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int total = 0;
    for (String font : FONTS) {
      byte[] bytes = find(font).bytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(readme).contains(font, HexFormat.of().formatHex(digest));
      total += bytes.length;
    }
    assertThat(total).isLessThan(250_000);
  }

  private static String address(MatchResult url) {
    return url.group(1);
  }

  private Asset find(String name) {
    return assets.find(assets.address(name).split("/", -1)[2], name).orElseThrow();
  }
}
