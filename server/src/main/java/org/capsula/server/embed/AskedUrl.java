package org.capsula.server.embed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.server.http.Connection;
import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The address that somebody wants to embed.
 *
 * @param language that it names; null where it names none
 */
record AskedUrl(String slug, @Nullable PageLanguage language) {
  private static final Pattern PATH = Pattern.compile("/(?:c|embed)/([^/]+)");
  private static final Pattern LANGUAGE = Pattern.compile("(?:^|&)lang=([A-Za-z-]{2,20})(?:&|$)");

  /** Empty for what is no capsule of this server. */
  static Optional<AskedUrl> of(String url, Connection connection) {
    try {
      URI asked = new URI(url);
      String authority = asked.getRawAuthority();
      // The scheme does not matter: what was copied before HTTPS came is the same capsule.
      if (authority == null
          || !new Connection("", connection.secure(), authority)
              .authority()
              .equals(connection.authority())) {
        return Optional.empty();
      }
      Matcher path = PATH.matcher(String.valueOf(asked.getPath()));
      return path.matches()
          ? Optional.of(new AskedUrl(path.group(1), language(asked.getRawQuery())))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static @Nullable PageLanguage language(@Nullable String query) {
    Matcher language = LANGUAGE.matcher(query == null ? "" : query);
    return language.find() ? PageLanguage.ofTag(language.group(1)).orElse(null) : null;
  }
}
