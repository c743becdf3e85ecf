package org.capsula.server.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** A certificate with those that vouch for it, and its key. */
public final class Certificate {
  private final List<X509Certificate> chain;
  private final PrivateKey key;

  private Certificate(List<X509Certificate> chain, PrivateKey key) {
    this.chain = chain;
    this.key = key;
  }

  /**
   * Reads and checks both files.
   *
   * @param certificate the server's own first, then those of its authority
   * @param key PKCS#8, PKCS#1 or SEC 1, not encrypted
   * @throws UnusableCertificateException where browsers would refuse it
   */
  public static Certificate read(Path certificate, Path key, Clock clock)
      throws UnusableCertificateException {
    List<X509Certificate> chain = chain(certificate);
    PrivateKey secret = key(key);
    requireTogether(chain.get(0).getPublicKey(), secret, certificate, key);
    requireValid(chain.get(0), certificate, clock.instant());
    return new Certificate(chain, secret);
  }

  private static List<X509Certificate> chain(Path file) throws UnusableCertificateException {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (Object each : PemFiles.read(file, "--cert")) {
        if (each instanceof X509CertificateHolder holder) {
          chain.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
      }
    } catch (GeneralSecurityException e) {
      throw new UnusableCertificateException(
          "--cert " + file + " is damaged; get it again from where it came.");
    }
    if (chain.isEmpty()) {
      throw new UnusableCertificateException(
          "--cert "
              + file
              + " holds no certificate; name the PEM file with “BEGIN CERTIFICATE” in it.");
    }
    requireOrder(chain, file);
    return chain;
  }

  /** RFC 8446 §4.4.2: the server's own first, and each vouched for by the one behind it. */
  private static void requireOrder(List<X509Certificate> chain, Path file)
      throws UnusableCertificateException {
    for (int i = 1; i < chain.size(); i++) {
      boolean vouches =
          chain.get(i - 1).getIssuerX500Principal().equals(chain.get(i).getSubjectX500Principal());
      if (!vouches || chain.subList(0, i).contains(chain.get(i))) {
        throw new UnusableCertificateException(
            "--cert "
                + file
                + " holds certificates in a wrong order; put the server's own first, and behind it"
                + " the one that vouches for it.");
      }
    }
  }

  private static PrivateKey key(Path file) throws UnusableCertificateException {
    for (Object each : PemFiles.read(file, "--key")) {
      if (each instanceof PEMEncryptedKeyPair || each instanceof PKCS8EncryptedPrivateKeyInfo) {
        throw new UnusableCertificateException(
            "--key "
                + file
                + " is encrypted, and nobody is there to type its password at a start; write it"
                + " without (“openssl pkey -in … -out …”), readable for this user alone.");
      }
      Optional<PrivateKeyInfo> found = info(each);
      if (found.isPresent()) {
        return converted(found.get(), file);
      }
    }
    throw new UnusableCertificateException(
        "--key " + file + " holds no private key; name the PEM file with “PRIVATE KEY” in it.");
  }

  private static Optional<PrivateKeyInfo> info(Object found) {
    if (found instanceof PEMKeyPair pair) {
      return Optional.of(pair.getPrivateKeyInfo());
    }
    return found instanceof PrivateKeyInfo info ? Optional.of(info) : Optional.empty();
  }

  private static PrivateKey converted(PrivateKeyInfo info, Path file)
      throws UnusableCertificateException {
    try {
      return new JcaPEMKeyConverter().getPrivateKey(info);
    } catch (PEMException e) {
      throw new UnusableCertificateException(
          "--key " + file + " is of a kind that browsers do not know; take RSA or ECDSA P-256.");
    }
  }

  /** What the key signs, the certificate has to confirm. */
  private static void requireTogether(PublicKey open, PrivateKey secret, Path certificate, Path key)
      throws UnusableCertificateException {
    boolean together;
    try {
      Signature signature = Signature.getInstance(algorithm(secret));
      signature.initSign(secret);
      signature.update(new byte[32]);
      byte[] signed = signature.sign();
      signature.initVerify(open);
      signature.update(new byte[32]);
      together = signature.verify(signed);
    } catch (GeneralSecurityException e) {
      together = false;
    }
    if (!together) {
      throw new UnusableCertificateException(
          "--key "
              + key
              + " is not the key of --cert "
              + certificate
              + "; name the two that"
              + " belong together.");
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }

  private static void requireValid(X509Certificate own, Path file, Instant now)
      throws UnusableCertificateException {
    Instant begin = own.getNotBefore().toInstant();
    Instant end = own.getNotAfter().toInstant();
    if (now.isAfter(end)) {
      throw new UnusableCertificateException(
          "--cert " + file + " expired on " + end + "; get a new one from its authority.");
    }
    if (now.isBefore(begin)) {
      throw new UnusableCertificateException(
          "--cert "
              + file
              + " is valid from "
              + begin
              + " only; set the clock of this machine, or wait.");
    }
  }

  /** In memory; the password guards nothing there. */
  public KeyStore keyStore(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry("capsula", key, password, chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK keeps such keys", e);
    }
  }
}
