package org.capsula.server.account;

import java.time.Duration;
import java.util.Map;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.entry.TooManyTriesException;
import org.capsula.server.http.Response;
import org.capsula.server.language.Formats;
import org.jspecify.annotations.Nullable;

/**
 * Why a form was not taken.
 *
 * @param status of HTTP for it
 * @param key of the words
 * @param pause before it is of use to try again; null where that does not depend on time
 * @param field which is to be filled in otherwise: {@code name}, {@code shown}, {@code old}, {@code
 *     password}, {@code token}; empty where none is
 */
public record Trouble(int status, String key, @Nullable Duration pause, String field) {
  /** RFC 9110 §15.5.21: it is well-formed, and still cannot be done. */
  private static final int UNPROCESSABLE = 422;

  private static final Duration SOON = Duration.ofSeconds(5);

  public static Trouble of(String word) {
    return new Trouble(UNPROCESSABLE, "account." + word, null, "");
  }

  public static Trouble of(RefusedException e) {
    Refusal refusal = e.refusal();
    return new Trouble(UNPROCESSABLE, "account.refused." + refusal.code(), null, field(refusal));
  }

  private static String field(Refusal refusal) {
    return switch (refusal) {
      case NAME_TAKEN, NAME_UNUSABLE -> "name";
      case SHOWN_NAME_UNUSABLE -> "shown";
      case PASSWORD_WRONG -> "old";
      case PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_GUESSABLE -> "password";
      case TOKEN_NAME_UNUSABLE -> "token";
      case UNKNOWN, LAST_ADMIN, DISABLED, TOO_MANY_TOKENS, LINK_ENDED -> "";
    };
  }

  public static Trouble of(TooManyTriesException e) {
    // Rounded up: who comes when told to must not be told again.
    return new Trouble(
        429, "account.wait", Duration.ofSeconds(e.waitFor().plusMillis(999).toSeconds()), "");
  }

  public static Trouble busy() {
    return new Trouble(503, "account.busy", SOON, "");
  }

  /** What {0} stands for in the words. */
  public String time(Formats formats) {
    return pause == null ? "" : formats.spoken(pause);
  }

  /** A page that tells of it, with the status and the time. */
  public Response on(Response page) {
    Response told = page.status(status);
    for (Map.Entry<String, String> field : fields().entrySet()) {
      told = told.header(field.getKey(), field.getValue());
    }
    return told;
  }

  private Map<String, String> fields() {
    return pause == null ? Map.of() : Map.of("Retry-After", Long.toString(pause.toSeconds()));
  }
}
