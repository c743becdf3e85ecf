package org.capsula.server.embed;

import java.util.Optional;
import org.capsula.server.http.Request;

/** How large what is embedded may be, in CSS pixels; the greatest number where nobody said. */
record Limits(int width, int height) {

  /** Empty where something else was asked for than a whole number above zero. */
  static Optional<Limits> of(Request request) {
    return most(request, "maxwidth")
        .flatMap(width -> most(request, "maxheight").map(height -> new Limits(width, height)));
  }

  private static Optional<Integer> most(Request request, String name) {
    String asked = request.query(name).orElse(String.valueOf(Integer.MAX_VALUE));
    return asked.matches("[1-9]\\d{0,8}|" + Integer.MAX_VALUE)
        ? Optional.of(Integer.valueOf(asked))
        : Optional.empty();
  }
}
