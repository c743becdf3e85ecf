package org.capsula.pipeline.catalog.release;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the address of a capsule ends in that only those see who were given it: {@code film~5f0…}.
 *
 * @param slug of the capsule
 * @param key 128 bits in hex; whoever knows it may look
 */
public record LinkKey(String slug, String key) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;
  private static final char MARK = '~';

  static String fresh() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /** Empty where an address says no more than a slug, which has no such mark. */
  public static Optional<LinkKey> of(String address) {
    int mark = address.indexOf(MARK);
    return mark < 0
        ? Optional.empty()
        : Optional.of(new LinkKey(address.substring(0, mark), address.substring(mark + 1)));
  }

  /** As it stands in an address. */
  public static String address(String slug, String key) {
    return slug + MARK + key;
  }
}
