package org.capsula.server.http.semantics;

/** A stretch of a representation that exists in it. */
public record ByteRange(long first, long length) {
  public ByteRange {
    if (first < 0 || length < 1) {
      throw new IllegalArgumentException("no range: " + length + " bytes from " + first);
    }
  }

  /** Its value as Content-Range (RFC 9110 §14.4). */
  public String contentRange(long completeLength) {
    return "bytes " + first + "-" + last() + "/" + completeLength;
  }

  /** The value of Content-Range that goes with 416. */
  public static String unsatisfied(long completeLength) {
    return "bytes */" + completeLength;
  }

  long last() {
    return first + length - 1;
  }

  boolean overlaps(ByteRange other) {
    return first <= other.last() && other.first <= last();
  }

  ByteRange and(ByteRange other) {
    long start = Math.min(first, other.first);
    return new ByteRange(start, Math.max(last(), other.last()) - start + 1);
  }
}
