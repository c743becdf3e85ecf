package org.capsula.server.account;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  /** Unreserved and reserved ones, and those of the bytes; no “#”, behind which nothing is sent. */
  private static final String SENDABLE = "-._~:/?@!$&'()*+,;=%[]";

  private OwnPath() {}

  /**
   * @param wanted encoded, as in an address; what a person typed unencoded will do
   * @return ready for the field Location; empty for what is not a page of ours
   */
  static Optional<String> of(String wanted) {
    if (!OWN.matcher(wanted).matches()
        || wanted.startsWith("/sign-in")
        || wanted.startsWith("/sign-out")) {
      return Optional.empty();
    }
    return Optional.of(wanted.codePoints().mapToObj(OwnPath::sendable).collect(joining()))
        // What is no code of a byte means a percent sign.
        .map(address -> address.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"));
  }

  /** As it stands where an address may hold it (RFC 3986 §2), and its bytes where not. */
  private static String sendable(int character) {
    String text = Character.toString(character);
    return SENDABLE.indexOf(character) >= 0 || isLetterOrDigit(character)
        ? text
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static boolean isLetterOrDigit(int character) {
    return character < 128 && Character.isLetterOrDigit(character);
  }
}
