package org.capsula.server.http;

import java.util.Locale;

/**
 * Everything that a client can be refused for: the one table from which problem documents (RFC
 * 9457) are made.
 */
public enum Problem {
  UNREADABLE_REQUEST(400, "The request cannot be read."),
  INVALID(400, "Something in the request is not as it has to be."),
  SIGN_IN_NEEDED(401, "Sign in first."),
  SIGN_IN_ENDED(401, "You are not signed in any more; sign in again."),
  TOKEN_OVERHEARD(
      401,
      "The token came over plain HTTP, where others on the network can read it; use HTTPS, and"
          + " withdraw the token."),
  NOT_ALLOWED(403, "Your account may not do this."),
  FOREIGN_ORIGIN(403, "A page of another site asked for this; nothing was changed."),
  NOT_FOUND(404, "There is nothing at this address."),
  METHOD_UNKNOWN(405, "This address does not take that method."),
  NOT_ACCEPTABLE(406, "This is not to be had in the form asked for."),
  CONFLICT(409, "Somebody else was faster; look again."),
  UPLOAD_OFFSET(409, "The upload goes on at another byte; ask how far it is."),
  UPLOAD_ENDED(409, "The upload is in the library already; change it in the studio."),
  CAPSULE_GONE(409, "The capsule that this is meant for is gone or deleted."),
  GONE(410, "This was here once and is not any more."),
  CHANGED_MEANWHILE(412, "This was changed meanwhile; look again, and decide what shall stay."),
  TUS_VERSION_UNKNOWN(412, "Uploads speak version 1.0.0 of the tus protocol."),
  TOO_LARGE(413, "This is larger than what is taken here."),
  MEDIA_TYPE_UNKNOWN(415, "This address does not take that media type."),
  UNREADABLE_SUBTITLES(422, "The subtitles cannot be read."),
  LANGUAGE_NEEDED(422, "The language of the subtitles has to be told."),
  FILE_REFUSED(422, "This file is not of a kind that is taken here."),
  VERSION_NEEDED(428, "Say in If-Match which version you have seen."),
  TOO_MANY_TRIES(429, "Too many tries; wait a moment."),
  FIELDS_TOO_LONG(431, "The fields of the request are too long."),
  UPLOAD_LOCKED(423, "The upload is in use by another connection; ask again in a moment."),
  UPLOAD_CHECKSUM(460, "The bytes changed on their way; send them again."),
  OUR_FAULT(500, "The fault is ours; it has been logged."),
  NOT_NOW(503, "Not now; ask again in a moment."),
  NO_SPACE(507, "There is no space for it on the library's disk."),
  QUOTA(507, "Your unfinished uploads take all the space that an account has.");

  private final int status;
  private final String sentence;

  Problem(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  public int status() {
    return status;
  }

  /** What is the same each time it happens (RFC 9457 §3.1.3). */
  public String sentence() {
    return sentence;
  }

  /** Stable, in kebab-case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one that says least, for a status of the server's own. */
  public static Problem of(int status) {
    return switch (status) {
      case 401 -> SIGN_IN_NEEDED;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_UNKNOWN;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> CONFLICT;
      case 410 -> GONE;
      case 412 -> CHANGED_MEANWHILE;
      case 413 -> TOO_LARGE;
      case 415 -> MEDIA_TYPE_UNKNOWN;
      case 422 -> FILE_REFUSED;
      case 428 -> VERSION_NEEDED;
      case 429 -> TOO_MANY_TRIES;
      case 431 -> FIELDS_TOO_LONG;
      case 503 -> NOT_NOW;
      default -> status < 500 ? UNREADABLE_REQUEST : OUR_FAULT;
    };
  }
}
