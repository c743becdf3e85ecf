package org.capsula.server.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.server.http.Access;
import org.capsula.server.http.Address;
import org.capsula.server.http.Method;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Before a capsule opens and after it has closed, at every address that it has while it is open: a
 * refusal, and not one byte of it. The clock that rings is stopped in one half and runs in the
 * other.
 */
class ReleaseGateTest {
  /** Addresses in pages, playlists, manifests and JSON. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://[^/\"'<>\\s]+)?(/[\\w./~?&;=%:-]*)");

  /** “Γεια”, a word of its subtitles. */
  private static final String SAID = "?q=%CE%93%CE%B5%CE%B9%CE%B1";

  /** Everything that lists capsules, or finds them. */
  private static final Set<String> LISTS =
      Set.of("/", "/api/capsules", "/feed.xml", "/" + SAID, "/api/capsules" + SAID);

  private static RealSite site;
  private static Set<String> addresses;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    site = new RealSite(folder);
    site.release(null);
    addresses = crawl();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  /** Whatever can be reached from the lists and names the capsule or its edition. */
  private static Set<String> crawl() throws IOException {
    Set<String> seen = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(LISTS);
    next.add("/c/film");
    next.add("/c/film/manifest.mpd");
    next.add("/media/" + site.edition + "/poster.jpg");
    next.add("/api/capsules/film");
    next.add("/oembed?url=http%3A%2F%2Fa%2Fc%2Ffilm");
    while (!next.isEmpty()) {
      String address = next.pop();
      RawClient.Answer answer = site.client.get(address);
      if (answer.status() != 200 || !seen.add(address)) {
        continue;
      }
      String type = answer.field("content-type");
      if (!type.startsWith("text/")
          && !type.contains("json")
          && !type.contains("xml")
          && !type.contains("mpegurl")) {
        continue;
      }
      Matcher found = ADDRESS.matcher(answer.text());
      while (found.find()) {
        String other = found.group(1).replace("&amp;", "&");
        if (isOfTheCapsule(other) && !seen.contains(other)) {
          next.add(other);
        }
      }
      relative(address, answer.text()).stream()
          .filter(other -> !seen.contains(other))
          .forEach(next::add);
    }
    seen.removeAll(LISTS);
    return seen;
  }

  private static boolean isOfTheCapsule(String address) {
    // An asset may have that name by chance: /assets/…/film.css.
    return (address.matches("(/\\w+)*/film([/?.~].*)?") && !address.startsWith("/assets/"))
        || address.contains(site.edition);
  }

  /** Those that a playlist names beside itself. */
  private static List<String> relative(String address, String text) {
    if (!address.endsWith(".m3u8")) {
      return List.of();
    }
    String folder = address.substring(0, address.lastIndexOf('/') + 1);
    return text.lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("/") && !line.isBlank())
        .map(line -> folder + line)
        .toList();
  }

  /** Else a new kind of address would not be asked at all. */
  @Test
  void everyPublicRouteOfACapsule_isAmongTheAddresses() {
    List<String> patterns =
        site.addresses().stream()
            .filter(address -> address.access() == Access.PUBLIC && address.method() == Method.GET)
            .map(Address::pattern)
            .filter(pattern -> pattern.matches(".*\\{(slug|edition|id)}.*"))
            .toList();

    assertThat(addresses).anyMatch(address -> address.startsWith("/oembed"));
    assertThat(patterns).contains("/c/{slug}", "/media/{edition}/{file}", "/api/capsules/{id}");
    assertThat(patterns)
        .filteredOn(
            pattern -> {
              String regex =
                  pattern
                      .replaceAll("\\{\\w+}", "[^/?]+")
                      .replace(".", "\\.")
                      .replace("[^/?]\\+", "[^/?]+");
              return addresses.stream().noneMatch(address -> address.matches(regex + "(\\?.*)?"));
            })
        .as("not reached by a link from its page")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLIC,    -1,       false, ''",
    "PUBLIC,    -86400000, true,  ''",
    "PUBLIC,    -1,       true,  ''",
    "PUBLIC,     0,       false, open",
    "PUBLIC,     59999,   true,  open",
    "PUBLIC,     60000,   false, ''",
    "PUBLIC,     60000,   true,  ''",
    "PUBLIC,     86460000, true, ''",
    "SIGNED_IN,  0,       true,  ''",
    "LINK,       0,       true,  media"
  })
  void capsule_isServedFromOpeningUntilClosingAndToItsAudience(
      Audience audience, long millis, boolean ringing, String served) throws Exception {
    Instant now = site.now();
    site.release(audience, now, now.plus(Duration.ofMinutes(1)));
    try {
      site.setClock(now.plusMillis(millis));
      if (ringing) {
        site.ring();
      }
      for (String address : addresses) {
        boolean expected =
            served.equals("open") || (served.equals("media") && address.startsWith("/media/"));
        assertServed(address, expected);
      }
      for (String list : LISTS) {
        String text = site.client.get(list).text();
        assertThat(text.contains("/c/film"))
            .as("%s: %s", list, text)
            .isEqualTo(served.equals("open"));
      }
    } finally {
      site.setClock(now);
    }
  }

  private static void assertServed(String address, boolean expected) throws IOException {
    for (Map.Entry<String, String> each :
        Map.of("GET", "", "HEAD", "", "GET ", "Range: bytes=0-9\r\n").entrySet()) {
      RawClient.Answer answer = site.client.ask(each.getKey().strip(), address, each.getValue());
      if (expected) {
        assertThat(answer.status()).as("%s %s", each, address).isBetween(200, 206);
      } else {
        assertThat(answer.status()).as("%s %s", each, address).isEqualTo(404);
        assertThat(answer.text()).as(address).doesNotContain(site.edition).doesNotContain("Γειά");
        assertThat(answer.field("etag")).as(address).isEmpty();
      }
    }
  }
}
