package org.capsula.server.safekeeping;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows every link of a site, of pages, scripts, playlists, manifests, styles and maps of stills,
 * within the site. Knows nothing of how the program reads them.
 */
public final class Crawl {
  private static final Map<Pattern, Pattern> LINKS =
      Map.of(
          Pattern.compile(".*text/html.*|.*\\.html"),
          Pattern.compile(
              "(?:href|src|poster|data-playlist|data-storyboard|data-address)=\"([^\"#]+)[\"#]"),
          Pattern.compile(".*javascript.*|.*\\.js"),
          Pattern.compile("from \"(\\./[\\w.-]+)\""),
          Pattern.compile(".*mpegurl.*|.*\\.m3u8"),
          Pattern.compile("(?m)^([^#\\s]\\S*)$|URI=\"([^\"]+)\""),
          Pattern.compile(".*dash.*|.*\\.mpd"),
          Pattern.compile("<BaseURL>([^<]+)</BaseURL>"),
          Pattern.compile(".*text/css.*|.*\\.css"),
          Pattern.compile("url\\(\"([^\"]+)\"\\)"),
          Pattern.compile(".*text/vtt.*|.*\\.vtt"),
          Pattern.compile("(?m)^(\\S+\\.jpg)#xywh"));

  private Crawl() {}

  /**
   * What stood at an address.
   *
   * @param type its media type, or its name
   * @param words all that matters of it beside its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Answer(int status, String type, String words, byte[] body) {}

  /** Asks. */
  public interface Fetch {
    Answer get(URI address) throws Exception;
  }

  /**
   * @return by the address; what stands elsewhere is not asked for
   */
  public static Map<URI, Answer> of(Collection<URI> starts, Fetch fetch) throws Exception {
    Map<URI, Answer> found = new TreeMap<>();
    Deque<URI> waiting = new ArrayDeque<>(starts);
    URI home = waiting.getFirst();
    while (!waiting.isEmpty()) {
      URI address = waiting.remove();
      if (found.containsKey(address) || !sameSite(home, address)) {
        continue;
      }
      Answer answer = fetch.get(address);
      found.put(address, answer);
      LINKS.forEach(
          (type, link) -> {
            if (answer.status() == 200 && type.matcher(answer.type()).matches()) {
              follow(address, answer, link, waiting);
            }
          });
    }
    return found;
  }

  private static boolean sameSite(URI home, URI address) {
    return String.valueOf(home.getAuthority()).equals(String.valueOf(address.getAuthority()))
        && String.valueOf(home.getScheme()).equals(address.getScheme());
  }

  private static void follow(URI from, Answer answer, Pattern link, Deque<URI> waiting) {
    Matcher links = link.matcher(new String(answer.body(), StandardCharsets.UTF_8));
    while (links.find()) {
      String reference = links.group(1) == null ? links.group(2) : links.group(1);
      String plain = reference.replace("&amp;", "&");
      String query = plain.startsWith("?") ? from.getPath() + plain : plain;
      waiting.add(from.resolve(query));
    }
  }
}
