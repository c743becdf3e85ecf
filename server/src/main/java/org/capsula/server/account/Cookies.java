package org.capsula.server.account;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.capsula.pipeline.account.entry.SignIn;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.capsula.server.http.Connection;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/**
 * What a browser keeps for us. Over HTTPS the name binds it to this very host and to HTTPS (RFC
 * 6265bis §4.1.3.2); on a plain connection there is none but within one machine.
 */
public final class Cookies {
  private static final String SESSION = "capsula";
  private static final String DEVICE = "capsula-device";

  /** Browsers keep nothing for longer (RFC 6265bis §5.5). */
  private static final Duration LONGEST = Duration.ofDays(400);

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

  private Cookies() {}

  /** Whether somebody may sign in this way, and nobody on the network reads the password. */
  public static boolean areSafe(Request request) {
    Connection connection = request.connection();
    return connection.secure()
        || (connection.isLoopback()
            && LOOPBACK.matcher(connection.authority()).matches()
            && !isForwarded(request));
  }

  /** By a proxy on this machine that we were not told to trust: it may have come a long way. */
  private static boolean isForwarded(Request request) {
    return request.header("Forwarded").isPresent()
        || request.header("X-Forwarded-For").isPresent()
        || request.header("Via").isPresent();
  }

  static Optional<Secret> session(Request request) {
    return request.cookie(name(SESSION, request)).map(Secret::new);
  }

  static Optional<Secret> device(Request request) {
    return request.cookie(name(DEVICE, request)).map(Secret::new);
  }

  /** Lets the browser that asked be who has just come in. */
  static Response letIn(SignIn.Entry entry, Request request, Response response) {
    String session = pair(SESSION, entry.session().text(), request);
    if (entry.stay() == Stay.KEPT) {
      session += "; Max-Age=" + entry.stay().longest().toSeconds();
    }
    String device =
        pair(DEVICE, entry.device().text(), request) + "; Max-Age=" + LONGEST.toSeconds();
    return response.cookie(session).cookie(device);
  }

  /** The browser is known, but nobody is signed in with it. */
  static Response letOut(Request request, Response response) {
    return response.cookie(pair(SESSION, "", request) + "; Max-Age=0");
  }

  private static String pair(String word, String value, Request request) {
    String attributes = "; Path=/; HttpOnly; SameSite=Lax";
    String secure = request.connection().secure() ? "; Secure" : "";
    return name(word, request) + "=" + value + attributes + secure;
  }

  private static String name(String word, Request request) {
    return request.connection().secure() ? "__Host-" + word : word;
  }
}
