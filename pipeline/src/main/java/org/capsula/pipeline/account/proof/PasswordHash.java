package org.capsula.pipeline.account.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password's Argon2id hash (RFC 9106) with all that is needed to check one against it, as the
 * string of the Password Hashing Competition: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
final class PasswordHash {
  private static final int HASH_BYTES = 32;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final Cost cost;
  private final byte[] salt;
  private final byte[] hash;

  PasswordHash(Cost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  /**
   * What one guess costs.
   *
   * @param memory in KiB
   */
  record Cost(int memory, int passes, int lanes) {
    /** The second of the equal choices in OWASP's Password Storage Cheat Sheet (2024). */
    static final Cost USUAL = new Cost(/* memory= */ 19 * 1024, /* passes= */ 2, /* lanes= */ 1);
  }

  static PasswordHash of(String password, byte[] salt, Cost cost) {
    return new PasswordHash(cost, salt, argon2id(password, salt, cost, HASH_BYTES));
  }

  /**
   * @throws IllegalArgumentException for what {@link #toString} never wrote
   */
  static PasswordHash parse(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no hash of a password of ours");
    }
    Cost cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
    Base64.Decoder base64 = Base64.getDecoder();
    return new PasswordHash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5)));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  Cost cost() {
    return cost;
  }

  boolean isOf(String password) {
    return MessageDigest.isEqual(hash, argon2id(password, salt, cost, hash.length));
  }

  private static byte[] argon2id(String password, byte[] salt, Cost cost, int bytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  /** The PHC string. */
  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memory(),
            cost.passes(),
            cost.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }
}
