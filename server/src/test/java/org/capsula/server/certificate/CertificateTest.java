package org.capsula.server.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {
  private static final Clock NOW = Clock.fixed(Issuer.NOW, ZoneOffset.UTC);
  private static final Duration LONG = Duration.ofDays(30);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "RSA, false, BEGIN RSA PRIVATE KEY",
    "RSA, true, BEGIN PRIVATE KEY",
    "EC, false, BEGIN EC PRIVATE KEY",
    "EC, true, BEGIN PRIVATE KEY"
  })
  void keyOfEachForm_isRead(String algorithm, boolean pkcs8, String begin) throws Exception {
    Issuer issuer = Issuer.of(algorithm);
    Path cert = issuer.certificate(folder.resolve("cert.pem"), LONG);
    Path key =
        pkcs8
            ? issuer.pkcs8Key(folder.resolve("key.pem"))
            : issuer.traditionalKey(folder.resolve("key.pem"));
    assertThat(Files.readString(key)).contains(begin);

    Certificate certificate = Certificate.read(cert, key, NOW);

    assertThat(certificate.keyStore(new char[] {'x'}).getCertificateChain("capsula")).hasSize(1);
  }

  /** OpenSSL writes the curve before the key, and people keep notes above. */
  @Test
  void otherBlocksAndNotes_arePassedOver() throws Exception {
    Issuer issuer = Issuer.of("EC");
    Path cert = issuer.certificate(folder.resolve("cert.pem"), LONG);
    Path key = issuer.traditionalKey(folder.resolve("key.pem"));
    Files.writeString(
        key,
        "Our key\n-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
            + Files.readString(key));
    Path authority = Issuer.of("EC").certificate(folder.resolve("authority.pem"), LONG);
    Files.writeString(cert, Files.readString(cert) + Files.readString(authority) + "the end\n");

    Certificate certificate = Certificate.read(cert, key, NOW);

    assertThat(certificate.keyStore(new char[] {'x'}).getCertificateChain("capsula")).hasSize(2);
  }

  @Test
  void sameCertificateTwice_isRefused() throws Exception {
    Issuer issuer = Issuer.of("EC");
    Path cert = issuer.certificate(folder.resolve("cert.pem"), LONG);
    Path key = issuer.pkcs8Key(folder.resolve("key.pem"));
    Files.writeString(cert, Files.readString(cert) + Files.readString(cert));

    assertRefused(
        cert,
        key,
        "--cert "
            + cert
            + " holds certificates in a wrong order; put the server's own first, and behind it the"
            + " one that vouches for it.");
  }

  @Test
  void fileThatIsNotThere_isNamed() throws Exception {
    Issuer issuer = Issuer.of("EC");
    Path cert = issuer.certificate(folder.resolve("cert.pem"), LONG);
    Path none = folder.resolve("none.pem");

    assertRefused(none, none, "--cert " + none + " does not exist; name the PEM file that does.");
    assertRefused(cert, none, "--key " + none + " does not exist; name the PEM file that does.");
  }

  @Test
  void keyOfAnotherCertificate_isRefused() throws Exception {
    Path cert = Issuer.of("EC").certificate(folder.resolve("cert.pem"), LONG);
    Path other = Issuer.of("EC").pkcs8Key(folder.resolve("other.pem"));
    Path rsa = Issuer.of("RSA").pkcs8Key(folder.resolve("rsa.pem"));

    String sentence = " is not the key of --cert " + cert + "; name the two that belong together.";
    assertRefused(cert, other, "--key " + other + sentence);
    assertRefused(cert, rsa, "--key " + rsa + sentence);
  }

  @Test
  void encryptedKey_isRefusedWithTheWayOut() throws Exception {
    Issuer issuer = Issuer.of("RSA");
    Path cert = issuer.certificate(folder.resolve("cert.pem"), LONG);
    Path key = issuer.traditionalEncryptedKey(folder.resolve("key.pem"));

    assertRefused(
        cert,
        key,
        "--key "
            + key
            + " is encrypted, and nobody is there to type its password at a start; write it without"
            + " (“openssl pkey -in … -out …”), readable for this user alone.");
  }

  @Test
  void certificateOutOfItsTime_isRefused() throws Exception {
    Issuer issuer = Issuer.of("EC");
    Path expired = issuer.certificate(folder.resolve("cert.pem"), Duration.ofDays(-1));
    Path key = issuer.pkcs8Key(folder.resolve("key.pem"));
    Clock early = Clock.fixed(Issuer.NOW.minus(Duration.ofDays(401)), ZoneOffset.UTC);

    assertThatExceptionOfType(UnusableCertificateException.class)
        .isThrownBy(() -> Certificate.read(expired, key, NOW))
        .withMessageStartingWith("--cert " + expired + " expired on ")
        .withMessageEndingWith("; get a new one from its authority.");
    assertThatExceptionOfType(UnusableCertificateException.class)
        .isThrownBy(() -> Certificate.read(expired, key, early))
        .withMessageContaining("is valid from");
  }

  @Test
  void filesThatWereExchanged_areTold() throws Exception {
    Issuer issuer = Issuer.of("EC");
    Path cert = issuer.certificate(folder.resolve("cert.pem"), LONG);
    Path key = issuer.pkcs8Key(folder.resolve("key.pem"));

    assertRefused(
        key,
        cert,
        "--cert "
            + key
            + " holds no certificate; name the PEM file with “BEGIN CERTIFICATE” in it.");
    assertRefused(
        cert,
        cert,
        "--key " + cert + " holds no private key; name the PEM file with “PRIVATE KEY” in it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIB"
      })
  void damagedFile_isRefusedWithASentence(String content) throws IOException {
    Path cert = Files.writeString(folder.resolve("cert.pem"), content);

    assertThatExceptionOfType(UnusableCertificateException.class)
        .isThrownBy(() -> Certificate.read(cert, cert, NOW))
        .withMessageStartingWith("--cert " + cert + " ")
        .withMessageEndingWith(".");
  }

  private static void assertRefused(Path cert, Path key, String sentence) {
    assertThatExceptionOfType(UnusableCertificateException.class)
        .isThrownBy(() -> Certificate.read(cert, key, NOW))
        .withMessage(sentence);
  }
}
