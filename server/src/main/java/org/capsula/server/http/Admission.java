package org.capsula.server.http;

import java.util.Optional;

/**
 * Decides from an address and who asks whether a request comes in at all.
 *
 * <p>A browser sends its cookie whoever made it ask. So what changes something is taken with a
 * session only from a page of ours, which the browser itself testifies: by Sec-Fetch-Site (W3C
 * Fetch Metadata §2.3) or Origin (RFC 6454 §7), older ones by Referer. A token is sent by its
 * holder alone and needs no such word.
 */
public final class Admission {
  private Admission() {}

  /** Why not; empty when it may come in. */
  public static Optional<Problem> refusal(Address address, Request request) {
    if (!address.method().isSafe() && isForged(request)) {
      return Optional.of(Problem.FOREIGN_ORIGIN);
    }
    if (request.caller().may(address.access())) {
      return Optional.empty();
    }
    return Optional.of(
        switch (request.caller().proof()) {
          case NONE -> Problem.SIGN_IN_NEEDED;
          case OVERHEARD -> Problem.TOKEN_OVERHEARD;
          case STALE -> Problem.SIGN_IN_ENDED;
          case SESSION, TOKEN -> Problem.NOT_ALLOWED;
        });
  }

  /**
   * Whether a page of another site may have made the browser ask. Who has no session is asked too:
   * a foreign page could sign somebody in under its own name.
   */
  private static boolean isForged(Request request) {
    if (request.caller().proof() == Caller.Proof.TOKEN) {
      return false;
    }
    Optional<String> site = request.header("Sec-Fetch-Site");
    if (site.isPresent()) {
      return !site.get().equals("same-origin");
    }
    String own = request.connection().origin();
    Optional<String> origin = request.header("Origin");
    if (origin.isPresent()) {
      return !origin.get().equals(own);
    }
    Optional<String> referrer = request.header("Referer");
    if (referrer.isPresent()) {
      return !referrer.get().startsWith(own + "/");
    }
    // No browser: one that sends a cookie with what changes something says where it comes from.
    return request.caller().proof() == Caller.Proof.SESSION;
  }
}
