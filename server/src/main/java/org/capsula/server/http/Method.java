package org.capsula.server.http;

import java.util.Optional;

/** What a request wants done (RFC 9110 §9.3; RFC 5789 for PATCH). */
public enum Method {
  GET(true),
  HEAD(true),
  OPTIONS(true),
  POST(false),
  PUT(false),
  PATCH(false),
  DELETE(false);

  private final boolean safe;

  Method(boolean safe) {
    this.safe = safe;
  }

  /** Changes nothing (RFC 9110 §9.2.1). */
  public boolean isSafe() {
    return safe;
  }

  /** Names are case-sensitive (RFC 9110 §9.1). */
  public static Optional<Method> of(String name) {
    for (Method each : values()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
