package org.capsula.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The way a request came, as the client sees it: behind a proxy, the way to the proxy.
 *
 * @param address of the client; an IP address in its textual form
 * @param secure over TLS
 * @param authority host and, where it is not the usual one, port, as the client wrote it
 */
public record Connection(String address, boolean secure, String authority) {
  /** For questions that the program asks itself. */
  public static final Connection LOCAL = new Connection("127.0.0.1", false, "localhost");

  /** Of the pages that this server gives, as browsers send it (RFC 6454 §6.2). */
  public String origin() {
    return (secure ? "https://" : "http://") + authority;
  }

  /** Whether nobody but this machine can listen. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
