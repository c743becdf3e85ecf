package org.capsula.media;

/**
 * A ratio of whole numbers, kept exact because 30000/1001 frames a second is not 29.97.
 *
 * @param numerator not negative
 * @param denominator positive
 */
public record Rational(int numerator, int denominator) implements Comparable<Rational> {
  public Rational {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException("not a ratio: " + numerator + "/" + denominator);
    }
  }

  public static Rational of(int whole) {
    return new Rational(whole, 1);
  }

  /**
   * What {@link #toString} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Rational parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? of(Integer.parseInt(text))
        : new Rational(
            Integer.parseInt(text.substring(0, slash)),
            Integer.parseInt(text.substring(slash + 1)));
  }

  public double toDouble() {
    return (double) numerator / denominator;
  }

  /** Seconds a frame from frames a second, and the other way round. */
  public Rational inverse() {
    return new Rational(/* numerator= */ denominator, /* denominator= */ numerator);
  }

  public Rational dividedBy(int divisor) {
    return numerator % divisor == 0
        ? new Rational(numerator / divisor, denominator)
        : new Rational(numerator, denominator * divisor);
  }

  @Override
  public int compareTo(Rational other) {
    return Long.compare((long) numerator * other.denominator, (long) other.numerator * denominator);
  }

  /** As FFmpeg and DASH write it: {@code 25} or {@code 30000/1001}. */
  @Override
  public String toString() {
    return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
  }
}
