package org.capsula.server.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What other sites and programs get of a capsule: frames, oEmbed, feeds, and what a page says of
 * it.
 */
class OutsideTest {
  private static final String FOUND = "/oembed?url=http%3A%2F%2Fa%2Fc%2Ffilm";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static RealSite site;
  private static Instant start;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    site = new RealSite(folder);
    start = site.now();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void open() {
    site.setClock(start);
    site.release(null);
  }

  @Test
  void embed_mayBeFramedByAnybody_andNothingElseMay() throws Exception {
    RawClient.Answer embed = site.client.get("/embed/film?lang=el");
    assertThat(embed.status()).isEqualTo(200);
    assertThat(embed.field("Content-Security-Policy")).endsWith("; frame-ancestors *");
    assertThat(embed.fields()).doesNotContainKeys("Set-Cookie", "X-Frame-Options");
    assertThat(embed.text())
        .contains("<html lang=\"el\">", "href=\"/c/film?lang=el\" target=\"_blank\"");
    for (String page : new String[] {"/", "/c/film", "/c/nowhere", "/sign-in"}) {
      assertThat(site.client.get(page).field("Content-Security-Policy"))
          .as(page)
          .endsWith("; frame-ancestors 'none'");
    }
  }

  @Test
  void embedOfNothing_saysSoInTheFrame() throws Exception {
    RawClient.Answer missing = site.client.get("/embed/nowhere?lang=fr");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.field("Content-Security-Policy")).endsWith("; frame-ancestors *");
    assertThat(missing.field("Cache-Control")).contains("no-store");
    assertThat(missing.text()).contains("<html lang=\"fr\">", "target=\"_blank\"");
  }

  @Test
  void oEmbed_tellsHowToEmbedIt() throws Exception {
    RawClient.Answer answer = site.client.get(FOUND + "%3Flang%3Del&maxwidth=400&format=json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Content-Type")).isEqualTo("application/json");
    assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo("*");
    JsonNode said = JSON.readTree(answer.text());
    assertThat(said.get("version").asText()).isEqualTo("1.0");
    assertThat(said.get("type").asText()).isEqualTo("video");
    assertThat(said.get("title").asText()).isNotBlank();
    assertThat(said.get("width").asInt()).isEqualTo(400);
    assertThat(said.get("html").asText())
        .startsWith("<iframe src=\"http://a/embed/film?lang=el\" title=\"")
        .contains("width=\"400\" height=\"" + said.get("height").asInt() + "\"");
    assertThat(said.has("thumbnail_url")).as("a still that is too wide is left out").isFalse();
    assertThat(JSON.readTree(site.client.get(FOUND).text()).get("thumbnail_url").asText())
        .startsWith("http://a/c/film/poster/");
  }

  /** The statuses of oEmbed 1.0 §2.3.5; a question that cannot be understood is 400. */
  @ParameterizedTest
  @CsvSource({
    "/oembed?url=http://a/c/nowhere, 404",
    "/oembed?url=http://b/c/film, 404",
    "/oembed?url=http://a/c/film&format=xml, 501",
    "/oembed, 400",
    "/oembed?url=http://a/c/film&maxwidth=0, 400",
    "/oembed?url=http://a/c/film&maxheight=tall, 400"
  })
  void oEmbed_refusesByStatus(String target, int status) throws Exception {
    RawClient.Answer answer = site.client.get(target);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).matches("[A-Z][^\\n]+\\.");
  }

  @Test
  void page_isFoundByThoseWhoLookForEmbeds() throws Exception {
    String page = site.client.get("/c/film?lang=en").text();
    String oEmbed = group(page, "type=\"application/json\\+oembed\" href=\"http://a([^\"]+)\"");
    assertThat(site.client.get(oEmbed.replace("&amp;", "&")).status()).isEqualTo(200);
    for (String property : new String[] {"og:image", "og:url", "og:video"}) {
      String path = group(page, "property=\"" + property + "\" content=\"http://a([^\"]+)\"");
      assertThat(site.client.ask("HEAD", path, "").status()).as(property).isEqualTo(200);
    }
    JsonNode video =
        JSON.readTree(group(page, "<script type=\"application/ld\\+json\">(.*?)</script>"));
    assertThat(video.get("@type").asText()).isEqualTo("VideoObject");
    assertThat(video.get("embedUrl").asText()).isEqualTo("http://a/embed/film");
    assertThat(video.get("uploadDate").asText()).isEqualTo(start.minusSeconds(3600).toString());
    assertThat(video.has("expires")).isFalse();
    assertThat(video.get("caption").get(0).get("inLanguage").asText()).isEqualTo("el");
  }

  @Test
  void feed_namesWhatMayBeSeen() throws Exception {
    RawClient.Answer answer = site.client.get("/feed.xml?language=ell");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Content-Type")).isEqualTo("application/rss+xml");
    Document feed = xml(answer);
    assertThat(text(feed, "link")).isEqualTo("http://a/?lang=el");
    assertThat(feed.getElementsByTagName("item").getLength()).isEqualTo(1);
    Element enclosure = (Element) feed.getElementsByTagName("enclosure").item(0);
    assertThat(enclosure.getAttribute("url")).isEqualTo("http://a/c/film/download.mp4");
    assertThat(enclosure.getAttribute("type")).isEqualTo("video/mp4");
    assertThat(text(feed, "guid")).isEqualTo("http://a/c/film");
    assertThat(text(feed, "pubDate")).endsWith(" GMT");
    assertThat(
            xml(site.client.get("/feed.xml?language=ro")).getElementsByTagName("item").getLength())
        .as("it has no Romanian subtitles")
        .isZero();
    assertThat(site.client.get("/feed.xml?language=klingon").status()).isEqualTo(404);
    assertThat(site.client.get("/feed.xml?collection=nowhere").status()).isEqualTo(404);
  }

  @Test
  void closedCapsule_isToldOfNowhere() throws Exception {
    site.release(start.plusSeconds(60));
    assertThat(site.client.get("/c/film").text())
        .contains("\"expires\":\"" + start.plusSeconds(60) + "\"");
    for (int seconds : new int[] {-3601, 60}) {
      site.setClock(start.plusSeconds(seconds));
      assertThat(site.client.get("/embed/film").status()).isEqualTo(404);
      assertThat(site.client.get("/embed/film").text()).doesNotContain("film");
      assertThat(site.client.get(FOUND).status()).isEqualTo(404);
      assertThat(xml(site.client.get("/feed.xml")).getElementsByTagName("item").getLength())
          .isZero();
    }
  }

  private static Document xml(RawClient.Answer answer) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.content()));
  }

  private static String text(Document document, String element) {
    return document.getElementsByTagName(element).item(0).getTextContent();
  }

  private static String group(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .map((MatchResult found) -> found.group(1))
        .orElseThrow(() -> new AssertionError("no " + pattern));
  }
}
