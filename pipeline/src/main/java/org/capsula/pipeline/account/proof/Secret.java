package org.capsula.pipeline.account.proof;

import java.security.SecureRandom;
import java.util.Base64;
import org.capsula.pipeline.storage.Sha256;

/**
 * What its holder shows to prove who they are. Only its hash is kept: 256 random bits need no slow
 * one.
 *
 * @param text safe in an address, a cookie and a header
 */
public record Secret(String text) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secret random() {
    return random("");
  }

  /**
   * @param mark tells people, and programs that look for leaked ones, what it is
   */
  static Secret random(String mark) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(mark + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public String sha256() {
    return Sha256.of(text);
  }

  /** It may stand in a log. */
  @Override
  public String toString() {
    return "Secret[…]";
  }
}
