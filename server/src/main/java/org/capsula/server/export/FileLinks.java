package org.capsula.server.export;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What files lead to that are no pages: playlists, manifests, maps of stills, styles, scripts. */
final class FileLinks {
  private static final List<Pattern> PLAYLIST =
      List.of(Pattern.compile("(?m)^([^#\\s].*)$"), Pattern.compile("URI=\"([^\"]*)\""));
  private static final List<Pattern> MANIFEST =
      List.of(Pattern.compile("<BaseURL>([^<]*)</BaseURL>"));
  private static final List<Pattern> STILLS = List.of(Pattern.compile("(?m)^(\\S+)#xywh=[0-9,]+$"));
  private static final List<Pattern> STYLE =
      List.of(Pattern.compile("url\\([\"']?([^\"')]+)[\"']?\\)"));
  private static final List<Pattern> SCRIPT =
      List.of(Pattern.compile("(?:from|import)\\s*\\(?\\s*[\"']\\./([\\w.-]+)[\"']"));

  private FileLinks() {}

  /** Whether it has to be read for what it leads to. */
  static boolean mayHave(String file) {
    return !patterns(file).isEmpty();
  }

  private static List<Pattern> patterns(String file) {
    if (file.endsWith(".m3u8")) {
      return PLAYLIST;
    }
    if (file.endsWith(".mpd")) {
      return MANIFEST;
    }
    if (file.endsWith("/storyboard.vtt")) {
      return STILLS;
    }
    if (file.endsWith(".css")) {
      return STYLE;
    }
    return file.endsWith(".js") ? SCRIPT : List.of();
  }

  /**
   * @param link from a reference to what is written in its place
   */
  static String rewrite(String file, String text, UnaryOperator<String> link) {
    String rewritten = text;
    for (Pattern pattern : patterns(file)) {
      rewritten =
          pattern
              .matcher(rewritten)
              .replaceAll(
                  found -> {
                    String before = found.group().substring(0, found.start(1) - found.start());
                    String after = found.group().substring(found.end(1) - found.start());
                    return Matcher.quoteReplacement(before + link.apply(found.group(1)) + after);
                  });
    }
    return rewritten;
  }
}
