package org.capsula.server.account;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.pipeline.account.entry.SignIn;
import org.capsula.pipeline.account.entry.TooManyTriesException;
import org.capsula.pipeline.account.proof.BusyException;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.capsula.server.http.Access;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.WayIn;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;

/** {@code /sign-in} and {@code /sign-out}; works without script. */
public final class SignInPage {
  /** A name, a password and an address have room several times over. */
  static final int LARGEST_FORM = 16 * 1024;

  private final Reception reception;
  private final Pages pages;

  public SignInPage(Reception reception, Pages pages) {
    this.reception = reception;
    this.pages = pages;
  }

  /**
   * What stands on the page.
   *
   * @param name as typed before
   * @param next where to go afterwards; empty for the usual place
   * @param trouble null at first
   * @param safe whether anybody can sign in this way
   */
  public record View(String name, String next, @Nullable Trouble trouble, boolean safe) {}

  public Response show(Request request) {
    String next = request.query("next").orElse("");
    if (request.caller().proof() == Caller.Proof.SESSION) {
      return Response.seeOther(destination(next, request.caller(), request));
    }
    if (!Cookies.areSafe(request)) {
      return page(request, new View("", next, null, false)).status(403);
    }
    Trouble ended =
        request.caller().proof() == Caller.Proof.STALE ? Trouble.of("sign-in.ended") : null;
    return page(request, new View("", next, ended, true));
  }

  /** Takes the form. */
  public Response signIn(Request request) throws IOException {
    if (!Cookies.areSafe(request)) {
      return page(request, new View("", "", null, false)).status(403);
    }
    Map<String, String> form = request.form(LARGEST_FORM);
    String name = form.getOrDefault("name", "");
    String next = form.getOrDefault("next", "");
    Stay stay = form.containsKey("stay") ? Stay.KEPT : Stay.VISIT;
    SignIn.Attempt attempt = new SignIn.Attempt(name, form.getOrDefault("password", ""), stay);
    try {
      Optional<SignIn.Entry> entry = reception.signIn().attempt(attempt, Device.visitor(request));
      return entry
          .map(each -> letIn(each, next, request))
          .orElseGet(() -> again(request, name, next, Trouble.of("sign-in.wrong")));
    } catch (TooManyTriesException e) {
      return again(request, name, next, Trouble.of(e));
    } catch (BusyException e) {
      return again(request, name, next, Trouble.busy());
    }
  }

  /** The session that this browser had before is over: somebody else may know it. */
  private Response letIn(SignIn.Entry entry, String next, Request request) {
    endSession(request, reception);
    Caller caller =
        Caller.session(
            "", entry.account().id(), entry.account().shownName(), entry.account().role());
    return Cookies.letIn(entry, request, Response.seeOther(destination(next, caller, request)));
  }

  private Response again(Request request, String name, String next, Trouble trouble) {
    return trouble.on(page(request, new View(name, next, trouble, true)));
  }

  private static String destination(String next, Caller caller, Request request) {
    LanguageChoice language = Language.of(request);
    String home = caller.may(Access.STUDIO) ? "/studio" : "/account";
    return language.link(
        OwnPath.of(next)
            .map(path -> language.asked() ? WayIn.withoutLanguage(path) : path)
            .orElse(home));
  }

  private Response page(Request request, View view) {
    String kept =
        view.next().isEmpty()
            ? ""
            : "next=" + URLEncoder.encode(view.next(), StandardCharsets.UTF_8) + "&";
    return pages.render(request, kept, "account/sign-in.jte", Map.of("view", view));
  }

  /** Also for who is not signed in any more. */
  public Response signOut(Request request) {
    endSession(request, reception);
    return Cookies.letOut(request, Response.seeOther(Language.of(request).link("/")));
  }

  static void endSession(Request request, Reception reception) {
    Caller caller = request.caller();
    if (caller.sessionId() != null) {
      reception.sessions().end(caller.account(), caller.sessionId());
    }
  }
}
