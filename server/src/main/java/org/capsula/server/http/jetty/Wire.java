package org.capsula.server.http.jetty;

import java.time.Duration;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** What we take from the wire, and what we refuse. */
final class Wire {
  /** Between two requests of a page, or two packets of a slow phone. */
  static final Duration IDLE = Duration.ofSeconds(30);

  private Wire() {}

  static HttpConnectionFactory http1() {
    HttpConfiguration rules = new HttpConfiguration();
    rules.setHttpCompliance(HttpCompliance.STRICT);
    // No %2F, no %2E, no empty segment, no parameter: a path has one reading, or 400.
    rules.setUriCompliance(UriCompliance.from(UriCompliance.NO_VIOLATION));
    // 8 KiB hold the longest address and every cookie of ours many times over.
    rules.setRequestHeaderSize(8 * 1024);
    rules.setResponseHeaderSize(8 * 1024);
    rules.setSendServerVersion(false);
    rules.setSendXPoweredBy(false);
    return new HttpConnectionFactory(rules);
  }
}
