package org.capsula.server.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody wanted to go before they had to sign in. Who hands out a link to the sign-in page
 * must not be able to choose another site for after it.
 */
final class OwnPath {
  /**
   * Browsers take {@code //host} for another site, and {@code \} for {@code /} (WHATWG URL §4.4);
   * they drop tabs and line ends wherever they stand.
   */
  private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1000}");

  private OwnPath() {}

  /**
   * @param wanted decoded
   * @return ready for the field Location; empty for what is not a page of ours
   */
  static Optional<String> of(String wanted) {
    if (!OWN.matcher(wanted).matches()
        || wanted.startsWith("/sign-in")
        || wanted.startsWith("/sign-out")) {
      return Optional.empty();
    }
    int question = wanted.indexOf('?');
    String path = question < 0 ? wanted : wanted.substring(0, question);
    String query = question < 0 ? null : wanted.substring(question + 1);
    try {
      return Optional.of(new URI(null, null, path, query, null).toASCIIString());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
