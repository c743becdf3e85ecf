package org.capsula.pipeline.account.entry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses as numbers. A proxy may write a name in their place, or {@code unknown} (RFC 7239
 * §6.2): no name server is to be asked for what a stranger may have chosen.
 */
public final class IpAddress {
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  /** Four numbers, or what has a colon, which the JDK looks up nowhere. */
  private static final Pattern LITERAL =
      Pattern.compile(BYTE + "(\\." + BYTE + "){3}|(?=[^:]*:)[0-9a-fA-F:][0-9a-fA-F:.]{1,44}");

  private IpAddress() {}

  /**
   * @param text IPv6 with brackets or without
   */
  public static Optional<InetAddress> of(String text) {
    String bare = text.replaceAll("^\\[|%.*|\\]$", "");
    if (!LITERAL.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
