package org.capsula.server.account;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.entry.Invitations;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.pipeline.account.entry.SignIn;
import org.capsula.pipeline.account.entry.TooManyTriesException;
import org.capsula.pipeline.account.proof.BusyException;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;

/**
 * {@code /invitation/{secret}}: choosing a password. Looking does not use the link up: mail
 * programs look at every link before their reader does.
 */
public final class InvitationPage {
  private final Reception reception;
  private final Pages pages;

  public InvitationPage(Reception reception, Pages pages) {
    this.reception = reception;
    this.pages = pages;
  }

  /**
   * What stands on the page.
   *
   * @param account whose link it is; null where it makes the first admin
   * @param name as typed before, by the first admin
   * @param trouble null at first
   */
  public record View(@Nullable Account account, String name, @Nullable Trouble trouble) {}

  public Response show(Request request) {
    try {
      Optional<Invitations.Invited> invited =
          reception.invitations().look(link(request), Device.visitor(request));
      return invited.isEmpty()
          ? ended(request)
          : page(request, new View(invited.get().account(), "", null));
    } catch (TooManyTriesException e) {
      return again(request, null, "", Trouble.of(e));
    }
  }

  /** Takes the form; lets the browser in at once where its cookies are safe. */
  public Response follow(Request request) throws IOException {
    Map<String, String> form = request.form(SignInPage.LARGEST_FORM);
    String name = form.getOrDefault("name", "");
    Stay stay = form.containsKey("stay") ? Stay.KEPT : Stay.VISIT;
    String password = form.getOrDefault("password", "");
    Account account = null;
    try {
      if (!Cookies.areSafe(request)) {
        return Response.seeOther(Language.of(request).link("/sign-in"));
      }
      Optional<Invitations.Invited> invited =
          reception.invitations().look(link(request), Device.visitor(request));
      account = invited.map(Invitations.Invited::account).orElse(null);
      SignIn.Entry entry =
          reception
              .invitations()
              .follow(
                  link(request),
                  new Invitations.Choice(name, password, stay),
                  Device.visitor(request));
      SignInPage.endSession(request, reception);
      String home = Language.of(request).link("/account?said=welcome");
      return Cookies.letIn(entry, request, Response.seeOther(home));
    } catch (RefusedException e) {
      return e.refusal() == Refusal.LINK_ENDED
          ? ended(request)
          : again(request, account, name, Trouble.of(e));
    } catch (TooManyTriesException e) {
      return again(request, account, name, Trouble.of(e));
    } catch (BusyException e) {
      return again(request, account, name, Trouble.busy());
    }
  }

  private static Secret link(Request request) {
    return new Secret(request.variable("secret"));
  }

  private Response again(Request request, @Nullable Account account, String name, Trouble trouble) {
    return trouble.on(page(request, new View(account, name, trouble)));
  }

  /** One page for used, expired, replaced and never made: a guess learns nothing from it. */
  private Response ended(Request request) {
    return pages.render(request, "account/link-ended.jte", Map.of()).status(410);
  }

  private Response page(Request request, View view) {
    if (!Cookies.areSafe(request)) {
      SignInPage.View blocked = new SignInPage.View("", "", null, false);
      return pages.render(request, "account/sign-in.jte", Map.of("view", blocked)).status(403);
    }
    Map<String, Object> values = new HashMap<>(Map.of("view", view));
    return pages.render(request, "account/invitation.jte", values);
  }
}
