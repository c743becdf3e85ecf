package org.capsula.server.serve;

import java.util.List;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.server.account.InvitationPage;
import org.capsula.server.account.SignInPage;
import org.capsula.server.http.Access;
import org.capsula.server.http.Route;
import org.capsula.server.people.AccountsResource;
import org.capsula.server.people.PeoplePage;
import org.capsula.server.profile.AccountPage;
import org.capsula.server.profile.SessionResource;
import org.capsula.server.profile.TokensResource;
import org.capsula.server.viewer.Pages;
import org.glassfish.jersey.server.ResourceConfig;

/** The part of the table that has to do with who comes in. */
final class AccountRoutes {
  private AccountRoutes() {}

  static List<Route> of(Reception reception, Pages pages) {
    SignInPage signIn = new SignInPage(reception, pages);
    InvitationPage invitation = new InvitationPage(reception, pages);
    AccountPage own = new AccountPage(reception, pages);
    PeoplePage people = new PeoplePage(reception.accounts(), reception.invitations(), pages);
    return List.of(
        Route.open("/sign-in", signIn::show),
        Route.post("/sign-in", Access.PUBLIC, signIn::signIn),
        Route.post("/sign-out", Access.PUBLIC, signIn::signOut),
        Route.open("/invitation/{secret}", invitation::show),
        Route.post("/invitation/{secret}", Access.PUBLIC, invitation::follow),
        Route.get("/account", Access.SIGNED_IN, own::show),
        Route.post("/account/name", Access.SIGNED_IN, own::rename),
        Route.post("/account/password", Access.IN_PERSON, own::changePassword),
        Route.post("/account/sessions/end-others", Access.IN_PERSON, own::endOtherSessions),
        Route.post("/account/sessions/{session}/end", Access.SIGNED_IN, own::endSession),
        Route.post("/account/tokens", Access.IN_PERSON, own::makeToken),
        Route.post("/account/tokens/{token}/withdraw", Access.SIGNED_IN, own::withdrawToken),
        Route.post("/account/calendar", Access.IN_PERSON, own::makeCalendar),
        Route.post("/account/calendar/withdraw", Access.SIGNED_IN, own::withdrawCalendar),
        Route.get("/system/people", Access.ADMIN, people::show),
        Route.post("/system/people", Access.ADMIN_IN_PERSON, people::invite),
        Route.post("/system/people/{account}", Access.ADMIN_IN_PERSON, people::change),
        Route.post("/system/people/{account}/link", Access.ADMIN_IN_PERSON, people::link),
        Route.post("/system/people/{account}/disable", Access.ADMIN_IN_PERSON, people::disable),
        Route.post("/system/people/{account}/enable", Access.ADMIN_IN_PERSON, people::enable),
        Route.post("/system/people/{account}/remove", Access.ADMIN_IN_PERSON, people::remove));
  }

  static void register(Reception reception, ResourceConfig api) {
    api.register(new SessionResource(reception.sessions()))
        .register(new TokensResource(reception.tokens()))
        .register(new AccountsResource(reception.accounts(), reception.invitations()));
  }
}
