package org.capsula.server.profile;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.pipeline.account.entry.Tokens;
import org.capsula.pipeline.account.entry.TooManyTriesException;
import org.capsula.pipeline.account.proof.BusyException;
import org.capsula.server.account.Trouble;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;

/** {@code /account}: one's name, password, browsers and tokens. */
public final class AccountPage {
  private static final int LARGEST_FORM = 16 * 1024;

  /** What the page may be asked to say was done; the words are ours. */
  private static final Set<String> SAID =
      Set.of("welcome", "name", "password", "session", "sessions", "token", "calendar");

  private final Reception reception;
  private final Pages pages;

  public AccountPage(Reception reception, Pages pages) {
    this.reception = reception;
    this.pages = pages;
  }

  public Response show(Request request) {
    String said = request.query("said").filter(SAID::contains).orElse(null);
    return page(request, new Told(said, null, null, null, ""));
  }

  public Response rename(Request request) throws IOException {
    return done(
        request,
        "name",
        form -> reception.accounts().rename(account(request), form.getOrDefault("name", "")));
  }

  public Response changePassword(Request request) throws IOException {
    return done(
        request,
        "password",
        form ->
            reception
                .signIn()
                .changePassword(
                    account(request),
                    String.valueOf(request.caller().sessionId()),
                    form.getOrDefault("old", ""),
                    form.getOrDefault("password", "")));
  }

  public Response endSession(Request request) throws IOException {
    return done(
        request,
        "session",
        form -> reception.sessions().end(account(request), request.variable("session")));
  }

  public Response endOtherSessions(Request request) throws IOException {
    String own = String.valueOf(request.caller().sessionId());
    return done(request, "sessions", form -> reception.sessions().endOthers(account(request), own));
  }

  /** Shows the token; it is never seen again. */
  public Response makeToken(Request request) throws IOException {
    String name = request.form(LARGEST_FORM).getOrDefault("name", "");
    try {
      Tokens.Made made = reception.tokens().make(account(request), name);
      return page(request, new Told(null, null, made, null, ""));
    } catch (RefusedException e) {
      return refused(request, Trouble.of(e), name);
    }
  }

  public Response withdrawToken(Request request) throws IOException {
    return done(
        request,
        "token",
        form -> reception.tokens().withdraw(account(request), request.variable("token")));
  }

  /** Shows the address; it is never seen again, and the one before ends. */
  public Response makeCalendar(Request request) {
    String secret = reception.calendars().make(account(request)).text();
    String address = request.connection().origin() + "/calendar/" + secret;
    return page(request, new Told(null, null, null, address, ""));
  }

  public Response withdrawCalendar(Request request) throws IOException {
    return done(request, "calendar", form -> reception.calendars().withdraw(account(request)));
  }

  private interface Change {
    void make(Map<String, String> form) throws RefusedException, TooManyTriesException;
  }

  private Response done(Request request, String said, Change change) throws IOException {
    Map<String, String> form = request.form(LARGEST_FORM);
    String typed = form.getOrDefault("name", "");
    try {
      change.make(form);
      return Response.seeOther(Language.of(request).link("/account?said=" + said));
    } catch (RefusedException e) {
      return refused(request, Trouble.of(e), typed);
    } catch (TooManyTriesException e) {
      return refused(request, Trouble.of(e), typed);
    } catch (BusyException e) {
      return refused(request, Trouble.busy(), typed);
    }
  }

  private Response refused(Request request, Trouble trouble, String typed) {
    return trouble.on(page(request, new Told(null, trouble, null, null, typed)));
  }

  /**
   * What has just happened; null when nothing has.
   *
   * @param calendar the address that was made
   * @param typed the name that was not taken, to be mended
   */
  private record Told(
      @Nullable String said,
      @Nullable Trouble trouble,
      Tokens.@Nullable Made made,
      @Nullable String calendar,
      String typed) {}

  private Response page(Request request, Told told) {
    Caller caller = request.caller();
    Optional<Account> account = reception.accounts().find(caller.account());
    Map<String, Object> values = new HashMap<>();
    values.put(
        "view",
        new AccountView(
            // Deleted since it was let in, a moment ago.
            account.orElseThrow(() -> new ProblemException(Problem.SIGN_IN_ENDED)),
            reception.sessions().of(caller.account()),
            reception.tokens().of(caller.account()),
            reception.calendars().madeAt(caller.account()).orElse(null),
            caller.sessionId()));
    values.put("said", told.said());
    values.put("trouble", told.trouble());
    values.put("made", told.made());
    values.put("calendar", told.calendar());
    values.put("typed", told.typed());
    return pages.render(request, "account/account.jte", values);
  }

  private static String account(Request request) {
    return request.caller().account();
  }
}
