package org.capsula.server.http.jetty;

import java.time.Duration;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.server.certificate.Certificate;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What we take from the wire, and what we refuse. */
final class Wire {
  /** Between two requests of a page, or two packets of a slow phone. */
  static final Duration IDLE = Duration.ofSeconds(30);

  private Wire() {}

  /** What a connection speaks, the outermost first. */
  static ConnectionFactory[] factories(Transport transport) {
    HttpConnectionFactory http = http1(transport);
    Certificate certificate = transport.certificate();
    if (certificate == null) {
      return new ConnectionFactory[] {http};
    }
    String password = Secret.random().text();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(certificate.keyStore(password.toCharArray()));
    tls.setKeyStorePassword(password);
    return new ConnectionFactory[] {new SslConnectionFactory(tls, http.getProtocol()), http};
  }

  private static void customize(HttpConfiguration rules, Transport transport) {
    if (transport.certificate() != null) {
      SecureRequestCustomizer secure = new SecureRequestCustomizer();
      // One site, one certificate: who asks by address, as a watcher of the machine, is answered.
      secure.setSniHostCheck(false);
      rules.addCustomizer(secure);
    }
    if (transport.behindProxy()) {
      rules.addCustomizer(new LastHop());
      rules.addCustomizer(new ForwardedRequestCustomizer());
    }
  }

  private static HttpConnectionFactory http1(Transport transport) {
    HttpConfiguration rules = new HttpConfiguration();
    rules.setHttpCompliance(HttpCompliance.STRICT);
    // No %2F, no %2E, no empty segment, no parameter: a path has one reading, or 400.
    rules.setUriCompliance(UriCompliance.from(UriCompliance.NO_VIOLATION));
    // 8 KiB hold the longest address and every cookie of ours many times over.
    rules.setRequestHeaderSize(8 * 1024);
    rules.setResponseHeaderSize(8 * 1024);
    rules.setSendServerVersion(false);
    rules.setSendXPoweredBy(false);
    customize(rules, transport);
    return new HttpConnectionFactory(rules);
  }
}
