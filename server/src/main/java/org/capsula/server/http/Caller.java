package org.capsula.server.http;

import org.capsula.pipeline.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as it was proven.
 *
 * @param accountId null for nobody in particular
 * @param name as shown to people; null where accountId is
 * @param role null where accountId is
 * @param sessionId of a browser that has signed in; null for nobody and for a program's token
 */
public record Caller(
    Proof proof,
    @Nullable String accountId,
    @Nullable String name,
    @Nullable Role role,
    @Nullable String sessionId) {

  /** How somebody shows who they are. */
  public enum Proof {
    /** Not at all. */
    NONE,
    /** By something that held once: an ended session, a withdrawn token. */
    STALE,
    /** By an access token that others on the network could read: it is not looked at. */
    OVERHEARD,
    /** By the cookie of a browser's session, which the browser sends whoever made it ask. */
    SESSION,
    /** By an access token, which only a program that holds it sends. */
    TOKEN
  }

  public static final Caller NOBODY = new Caller(Proof.NONE, null, null, null, null);
  public static final Caller OVERHEARD = new Caller(Proof.OVERHEARD, null, null, null, null);
  public static final Caller STALE = new Caller(Proof.STALE, null, null, null, null);

  public Caller {
    boolean known = proof == Proof.SESSION || proof == Proof.TOKEN;
    if (known != (accountId != null) || known != (role != null) || known != (name != null)) {
      throw new IllegalArgumentException(proof + " for " + accountId);
    }
  }

  public static Caller session(String sessionId, String accountId, String name, Role role) {
    return new Caller(Proof.SESSION, accountId, name, role, sessionId);
  }

  public static Caller token(String accountId, String name, Role role) {
    return new Caller(Proof.TOKEN, accountId, name, role, null);
  }

  public boolean isSignedIn() {
    return accountId != null;
  }

  /**
   * @throws IllegalStateException for nobody: behind {@link Access#SIGNED_IN} and stricter there is
   *     always somebody
   */
  public String account() {
    if (accountId == null) {
      throw new IllegalStateException("nobody has signed in");
    }
    return accountId;
  }

  public boolean may(Access access) {
    boolean inPerson = !access.needsPerson() || proof == Proof.SESSION;
    return access == Access.PUBLIC || (role != null && access.permits(role) && inPerson);
  }

  /** Finds out who asks. */
  @FunctionalInterface
  public interface Finder {
    /** Nobody is a caller too: this never refuses. */
    Caller of(Request request);
  }
}
