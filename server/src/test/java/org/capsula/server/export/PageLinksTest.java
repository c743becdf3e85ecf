package org.capsula.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLinksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a href=\"/c/a\">x</a>| <a href=\"[/c/a]\">x</a>",
        "<a class=\"b\" href=\"?a=1&amp;b=2\">| <a class=\"b\" href=\"[?a=1&amp;b=2]\">",
        "<img alt=\"href=/c/a > b\" src=\"/d\">| <img alt=\"href=/c/a > b\" src=\"[/d]\">",
        "<hls-video data-playlist=\"/p\" data-title=\"/q\">| <hls-video data-playlist=\"[/p]\" data-title=\"/q\">",
        "<p>say href=\"/c/a\" aloud</p>| <p>say href=\"/c/a\" aloud</p>",
        "<p title=\"a href=&quot;/c/a&quot;\">1 < 2 href=\"/x\"| <p title=\"a href=&quot;/c/a&quot;\">1 < 2 href=\"/x\"",
        "<a href=\"/a&quot;b\">| <a href=\"[/a&quot;b]\">",
        "</a href=\"/c/a\">| </a href=\"/c/a\">"
      })
  void rewrite_touchesLinksAlone(String page, String expected) {
    assertThat(PageLinks.rewrite(page, link -> "[" + link + "]")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/c/a, /fr, /c/a, , ''",
    "?lang=el, /c/a, /c/a, el, ''",
    "?lang=el#t=5, /c/a, /c/a, el, #t=5",
    "b.mp4, /media/e/b.m3u8, /media/e/b.mp4, , ''",
    "../x/b.mp4, /media/e/b.m3u8, /media/x/b.mp4, , ''",
    "http://localhost/c/a?lang=fr, /, /c/a, fr, ''",
    "/c/a%20b, /, /c/a b, , ''"
  })
  void link_isResolvedAsBrowsersDo(
      String reference, String from, String path, String language, String fragment) {
    Link link = Link.of(reference, from).orElseThrow();
    assertThat(link.path()).isEqualTo(path);
    assertThat(link.query().get("lang")).isEqualTo(language);
    assertThat(link.fragment()).isEqualTo(fragment);
  }

  @ParameterizedTest
  @CsvSource({
    "#content",
    "''",
    "https://example.org/c/a",
    "//example.org/c/a",
    "mailto:ana@example.org",
    "data:,x",
    "http://localhost.example.org/",
    "javascript:void(0)"
  })
  void link_thatLeadsElsewhere_isNone(String reference) {
    assertThat(Link.of(reference, "/c/a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fr/c/a.html, media/e/p.jpg, ../../media/e/p.jpg",
    "index.html, fr/index.html, fr/index.html",
    "fr/index.html, fr/index.html, index.html",
    "media/e/v.m3u8, media/e/v.mp4, v.mp4"
  })
  void relative_leadsFromFileToFile(String from, String to, String expected) {
    assertThat(StaticSite.relative(from, to)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"k3.id, -after-k3.id", "../../x, -after-.._.._x", "a/b?c, -after-a_b_c"})
  void query_isAPartOfAName_andNoPath(String after, String suffix) {
    TreeMap<String, String> query = new TreeMap<>();
    query.put("after", after);
    query.put("lang", "fr");
    assertThat(new Link("/", query, "").suffix()).isEqualTo(suffix);
  }
}
