package org.capsula.pipeline.publication;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.catalog.edition.EncodedTrack;

/** The page that plays a folder, with the player's scripts beside it. */
final class PlayerPage {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private PlayerPage() {}

  static void write(
      Path folder,
      String title,
      double seconds,
      List<EncodedTrack> tracks,
      List<SubtitleTrack> subtitles)
      throws IOException {
    EncodedTrack largest = tracks.get(0);
    Map<String, String> values =
        Map.of(
            "title", escape(title),
            "duration", clock(seconds),
            "playlist", "multivariant.m3u8",
            "poster", "poster.jpg",
            "storyboard", largest.isVideo() ? "storyboard.vtt" : "",
            "download", "download.mp4",
            "width", Integer.toString(largest.isVideo() ? largest.index().width() : 640),
            "height", Integer.toString(largest.isVideo() ? largest.index().height() : 360),
            "subtitles", links(subtitles));
    String template = new String(template(), StandardCharsets.UTF_8);
    // In one go: a film may be named {{duration}}.
    String page =
        PLACE
            .matcher(template)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)))));
    Files.writeString(folder.resolve("index.html"), page);
    Path player = Files.createDirectory(folder.resolve("player"));
    for (String file : PlayerBundle.FILES) {
      Files.write(player.resolve(file), PlayerBundle.read(file));
    }
  }

  private static String links(List<SubtitleTrack> subtitles) {
    StringBuilder out = new StringBuilder();
    for (SubtitleTrack track : subtitles) {
      out.append(
          "<li><a href=\"%s\" hreflang=\"%s\" lang=\"%s\" download>%s</a></li>"
              .formatted(
                  escape(track.path()),
                  escape(track.language()),
                  escape(track.language()),
                  escape(track.label())));
    }
    return out.toString();
  }

  /** 0:52 or 1:02:03; begun seconds do not count, as on the player's clock. */
  static String clock(double seconds) {
    // Sums of segments miss a whole second by less than this.
    long whole = (long) (seconds + 1e-6);
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static byte[] template() throws IOException {
    try (InputStream in = PlayerPage.class.getResourceAsStream("index.html")) {
      if (in == null) {
        throw new FileNotFoundException("the program lacks its own index.html");
      }
      return in.readAllBytes();
    }
  }
}
