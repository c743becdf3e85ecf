package org.capsula.server.certificate;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Makes certificates and keys as authorities and OpenSSL do. */
public final class Issuer {
  // What the JDK checks, it checks against the time of the machine.
  @SuppressWarnings("TimeInStaticInitializer")
  public static final Instant NOW = Clock.systemUTC().instant();

  private final KeyPair pair;

  private Issuer(KeyPair pair) {
    this.pair = pair;
  }

  /**
   * @param algorithm RSA or EC
   */
  public static Issuer of(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
      return new Issuer(generator.generateKeyPair());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(algorithm, e);
    }
  }

  /** For localhost and 127.0.0.1, from a day before until this much after now. */
  public Path certificate(Path file, Duration left) throws IOException {
    return write(file, holder(left));
  }

  private X509CertificateHolder holder(Duration left) throws IOException {
    X500Name name = new X500Name("CN=localhost");
    Date begin = Date.from(NOW.minus(Duration.ofDays(400)));
    Date end = Date.from(NOW.plus(left));
    String signing =
        pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    try {
      return new JcaX509v3CertificateBuilder(
              name, BigInteger.ONE, begin, end, name, pair.getPublic())
          .addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(
                  new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                  }))
          .build(new JcaContentSignerBuilder(signing).build(pair.getPrivate()));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@code openssl genrsa -traditional} and {@code openssl ecparam -genkey} write it. */
  public Path traditionalKey(Path file) throws IOException {
    return write(
        file, pair.getPrivate() instanceof ECPrivateKey key ? sec1(key) : pair.getPrivate());
  }

  /** With its curve, which Java leaves out (RFC 5915 §3). */
  private static PemObject sec1(ECPrivateKey key) throws IOException {
    byte[] bytes =
        new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS(), SECObjectIdentifiers.secp256r1)
            .getEncoded();
    return new PemObject("EC PRIVATE KEY", bytes);
  }

  public Path pkcs8Key(Path file) throws IOException {
    return write(file, new JcaPKCS8Generator(pair.getPrivate(), null));
  }

  Path traditionalEncryptedKey(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file);
        JcaPEMWriter writer = new JcaPEMWriter(out)) {
      writer.writeObject(
          pair.getPrivate(),
          new JcePEMEncryptorBuilder("AES-128-CBC")
              .setProvider(new BouncyCastleProvider())
              .build("secret".toCharArray()));
    }
    return file;
  }

  private static Path write(Path file, Object content) throws IOException {
    try (Writer out = Files.newBufferedWriter(file);
        JcaPEMWriter writer = new JcaPEMWriter(out)) {
      writer.writeObject(content);
    }
    return file;
  }
}
