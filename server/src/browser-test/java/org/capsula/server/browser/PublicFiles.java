package org.capsula.server.browser;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Under which addresses a capsule will be public, as whoever may preview it can know. */
final class PublicFiles {
  private static final Pattern URI_LINE = Pattern.compile("(?m)^(?!#).+$|URI=\"([^\"]+)\"");

  private PublicFiles() {}

  /**
   * @param trainer who may preview it
   * @param film the address of its page
   */
  static List<String> of(Visit trainer, String capsule, String film) {
    String preview = "/studio/preview/" + capsule;
    Set<String> addresses = new LinkedHashSet<>();
    collect(trainer, preview + "/multivariant.m3u8", addresses);
    Set<String> files =
        new LinkedHashSet<>(
            List.of(film + "/multivariant.m3u8", film + "/manifest.mpd", film + "/download.mp4"));
    files.add(film.replace("/c/", "/embed/"));
    addresses.forEach(
        address ->
            files.add(
                address
                    .replace(preview + "/media/", "/media/")
                    .replace(preview + "/text/", film + "/text/")));
    files.stream()
        .filter(file -> file.startsWith("/media/"))
        .findFirst()
        .ifPresent(file -> files.add(URI.create(file).resolve("poster.jpg").toString()));
    return List.copyOf(files);
  }

  /** With what the playlists among them name. */
  private static void collect(Visit trainer, String playlist, Set<String> addresses) {
    Matcher line = URI_LINE.matcher(trainer.get(playlist).text());
    while (line.find()) {
      String named = line.group(1) == null ? line.group() : line.group(1);
      String address = URI.create(playlist).resolve(named.strip()).toString();
      if (addresses.add(address) && address.endsWith(".m3u8")) {
        collect(trainer, address, addresses);
      }
    }
  }
}
