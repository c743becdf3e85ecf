package org.capsula.pipeline.account.entry;

import java.net.InetAddress;
import java.util.HexFormat;
import org.capsula.pipeline.account.proof.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who stands at the door.
 *
 * @param address IP address in its textual form
 * @param device browser and system in words
 * @param known what the browser was given when somebody signed in with it before; null for none
 */
public record Visitor(String address, String device, @Nullable Secret known) {
  /** Of the 128 bits of IPv6, one customer has the lower half for himself (RFC 6177). */
  private static final int NETWORK_BYTES = 8;

  /** Whose tries count together. */
  String network() {
    return IpAddress.of(address).map(Visitor::network).orElse("unknown");
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
  }
}
