package org.capsula.server.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.capsula.server.certificate.Certificate;
import org.capsula.server.certificate.Issuer;
import org.capsula.server.http.Connection;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS of our own, and that of a proxy in front; all of it over the loopback. */
class TransportTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void certificate_isSpokenWith(String algorithm) throws Exception {
    Certificate certificate = certificate(algorithm);
    try (WebServer server = start(new Transport(certificate, false))) {
      HttpClient trusting = HttpClient.newBuilder().sslContext(trust(certificate)).build();

      HttpResponse<String> answer =
          trusting.send(
              to("https://localhost:" + server.port() + "/seen"), BodyHandlers.ofString());

      assertThat(answer.body()).endsWith(" true localhost:" + server.port());
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .as("other programs share this name")
          .isEmpty();
    }
  }

  @Test
  void strangersCertificate_isNotTrustedByOthers() throws Exception {
    try (WebServer server = start(new Transport(certificate("EC"), false))) {
      assertThatThrownBy(
              () ->
                  HttpClient.newHttpClient()
                      .send(
                          to("https://localhost:" + server.port() + "/seen"),
                          BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void plainRequest_toHttps_getsNoPage() throws Exception {
    try (WebServer server = start(new Transport(certificate("EC"), false))) {
      assertThatThrownBy(
              () ->
                  HttpClient.newHttpClient()
                      .send(
                          to("http://localhost:" + server.port() + "/seen"),
                          BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-Proto: https | 127.0.0.1 true a",
        "X-Forwarded-For: 192.0.2.7 | 192.0.2.7 false a",
        "X-Forwarded-For: 6.6.6.6, 192.0.2.7 | 192.0.2.7 false a",
        "X-Forwarded-For: 2001:db8::7 | [2001:db8::7] false a",
        "X-Forwarded-Proto: https%X-Forwarded-Host: Capsula.Example.org%X-Forwarded-Port: 443"
            + " | 127.0.0.1 true capsula.example.org",
        "X-Forwarded-Host: capsula.example.org:8443%X-Forwarded-Proto: https"
            + " | 127.0.0.1 true capsula.example.org:8443",
        "X-Forwarded-Host: capsula.example.org | 127.0.0.1 false capsula.example.org",
        "Forwarded: for=192.0.2.7;proto=https;host=capsula.example.org"
            + " | 192.0.2.7 true capsula.example.org",
        "Forwarded: for=6.6.6.6;proto=http, for=192.0.2.7;proto=https | 192.0.2.7 true a",
        "X-Forwarded-For: 192.0.2.7%Forwarded: for=6.6.6.6;proto=https | 192.0.2.7 false a"
      })
  void proxy_isBelievedOnlyWhenToldTo(String fields, String expected) throws IOException {
    String lines = fields.replace("%", "\r\n") + "\r\n";
    try (WebServer trusting = start(new Transport(null, true));
        WebServer plain = start(Transport.PLAIN)) {
      assertThat(new RawClient(trusting.port()).ask("GET", "/seen", lines).text())
          .isEqualTo(expected);
      assertThat(new RawClient(plain.port()).ask("GET", "/seen", lines).text())
          .isEqualTo("127.0.0.1 false a");
    }
  }

  @Test
  void pageOverHttps_tellsTheBrowserToStayThere() throws IOException {
    try (WebServer server = start(new Transport(null, true))) {
      String fields = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: capsula.example.org\r\n";
      RawClient client = new RawClient(server.port());

      assertThat(client.ask("GET", "/seen", fields).field("Strict-Transport-Security"))
          .isEqualTo("max-age=31536000");
      assertThat(client.ask("GET", "/seen", "").field("Strict-Transport-Security")).isEmpty();
    }
  }

  private static HttpRequest to(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofMinutes(1)).build();
  }

  private static WebServer start(Transport transport) {
    WebServer server =
        new WebServer(
            "127.0.0.1",
            0,
            new Site(
                List.of(Route.open("/seen", TransportTest::seen)),
                (status, request) -> Response.error(status),
                new ResourceConfig()),
            transport);
    server.start();
    return server;
  }

  private static Response seen(Request request) {
    Connection connection = request.connection();
    return Response.text(
        "text/plain",
        connection.address() + " " + connection.secure() + " " + connection.authority());
  }

  private Certificate certificate(String algorithm) throws Exception {
    Issuer issuer = Issuer.of(algorithm);
    return Certificate.read(
        issuer.certificate(folder.resolve("cert.pem"), Duration.ofDays(1)),
        issuer.pkcs8Key(folder.resolve("key.pem")),
        Clock.systemUTC());
  }

  private static SSLContext trust(Certificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "own", certificate.keyStore(new char[] {'x'}).getCertificate("capsula"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
