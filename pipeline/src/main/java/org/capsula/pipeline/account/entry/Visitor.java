package org.capsula.pipeline.account.entry;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
    // Only what needs no name server.
    if (!address.matches("[0-9a-fA-F:.]{2,45}")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int length = Math.min(bytes.length, NETWORK_BYTES);
      return HexFormat.of().formatHex(bytes, 0, length);
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
