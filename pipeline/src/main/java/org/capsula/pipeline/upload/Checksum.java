package org.capsula.pipeline.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What the bytes of one piece must sum up to.
 *
 * @param algorithm of the JDK
 */
@SuppressWarnings("ArrayRecordComponent") // Copied in and out, and never compared.
public record Checksum(String algorithm, byte[] expected) {
  /** By their names in tus; tus 1.0 asks for SHA-1. */
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "SHA-1", "sha256", "SHA-256");

  /** As {@code Tus-Checksum-Algorithm} lists them. */
  public static final String NAMES = "sha1,sha256";

  public Checksum {
    expected = expected.clone();
  }

  /**
   * @param field {@code Upload-Checksum} of tus: the algorithm, a space, the sum in Base64; empty
   *     where it is neither
   */
  public static Optional<Checksum> of(String field) {
    String[] parts = field.strip().split(" +", -1);
    String algorithm = ALGORITHMS.get(parts[0]);
    if (parts.length != 2 || algorithm == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Checksum(algorithm, Base64.getDecoder().decode(parts[1])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public byte[] expected() {
    return expected.clone();
  }

  MessageDigest begin() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  boolean fits(MessageDigest digest) {
    return MessageDigest.isEqual(expected, digest.digest());
  }
}
