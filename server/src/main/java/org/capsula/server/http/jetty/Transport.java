package org.capsula.server.http.jetty;

import org.capsula.server.certificate.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * How requests reach the server.
 *
 * @param certificate null for plain HTTP
 * @param behindProxy a proxy that nobody can go around says where each request came from
 */
public record Transport(@Nullable Certificate certificate, boolean behindProxy) {
  public static final Transport PLAIN = new Transport(null, false);

  public String scheme() {
    return certificate == null ? "http" : "https";
  }
}
