package org.capsula.server.http;

import java.net.InetAddress;
import java.util.Locale;
import org.capsula.pipeline.account.entry.IpAddress;

/**
 * The way a request came, as the client sees it: behind a proxy, the way to the proxy.
 *
 * @param address of the client; an IP address in its textual form
 * @param secure over TLS
 * @param authority host and, where it is not the usual one, port; as browsers write it
 */
public record Connection(String address, boolean secure, String authority) {
  /** For questions that the program asks itself. */
  public static final Connection LOCAL = new Connection("127.0.0.1", false, "localhost");

  /** A proxy may hand on what people typed, and a port that goes without saying. */
  public Connection {
    authority = authority.toLowerCase(Locale.ROOT).replaceFirst(secure ? ":443$" : ":80$", "");
  }

  /** Of the pages that this server gives, as browsers send it (RFC 6454 §6.2). */
  public String origin() {
    return (secure ? "https://" : "http://") + authority;
  }

  /** Whether nobody but this machine can listen. */
  public boolean isLoopback() {
    return IpAddress.of(address).filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
