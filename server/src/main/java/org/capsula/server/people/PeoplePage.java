package org.capsula.server.people;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.entry.Invitations;
import org.capsula.pipeline.account.entry.Invitations.Issued;
import org.capsula.server.account.Trouble;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;

/** {@code /system/people}. */
public final class PeoplePage {
  private static final int LARGEST_FORM = 16 * 1024;

  /** What the page may be asked to say was done; the words are ours. */
  private static final Set<String> SAID = Set.of("changed", "disabled", "enabled", "removed");

  private final Accounts accounts;
  private final Invitations invitations;
  private final Pages pages;

  public PeoplePage(Accounts accounts, Invitations invitations, Pages pages) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.pages = pages;
  }

  /**
   * A link to hand over, told this one time.
   *
   * @param address whole, as it is to be opened
   */
  public record Link(Account account, String address, Instant expiresAt) {}

  public Response show(Request request) {
    String said = request.query("said").filter(SAID::contains).orElse(null);
    return page(request, new Told(said, null, null));
  }

  /** Adds somebody, and shows the link for them. */
  public Response invite(Request request) throws IOException {
    Map<String, String> form = request.form(LARGEST_FORM);
    String name = form.getOrDefault("name", "");
    String shown = form.getOrDefault("shown", "");
    try {
      Account account =
          accounts.add(new NewAccount(name, shown.isBlank() ? name : shown, role(form)));
      return linked(request, account);
    } catch (RefusedException e) {
      return refused(request, e);
    }
  }

  /** Shows another link for somebody. */
  public Response link(Request request) throws IOException {
    try {
      Account account =
          accounts
              .find(request.variable("account"))
              .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN));
      return linked(request, account);
    } catch (RefusedException e) {
      return refused(request, e);
    }
  }

  private Response linked(Request request, Account account) throws RefusedException {
    Issued issued = invitations.invite(account.id());
    String address = request.connection().origin() + "/invitation/" + issued.secret().text();
    return page(request, new Told(null, null, new Link(account, address, issued.expiresAt())));
  }

  public Response change(Request request) throws IOException {
    return done(
        request,
        "changed",
        form ->
            accounts.change(
                request.variable("account"),
                new Accounts.Change(form.getOrDefault("shown", ""), role(form), null)));
  }

  public Response disable(Request request) throws IOException {
    return done(request, "disabled", form -> accounts.disable(request.variable("account")));
  }

  public Response enable(Request request) throws IOException {
    return done(request, "enabled", form -> accounts.enable(request.variable("account")));
  }

  public Response remove(Request request) throws IOException {
    return done(request, "removed", form -> accounts.delete(request.variable("account")));
  }

  private interface Change {
    void make(Map<String, String> form) throws RefusedException;
  }

  private Response done(Request request, String said, Change change) throws IOException {
    try {
      change.make(request.form(LARGEST_FORM));
      return Response.seeOther(Language.of(request).link("/system/people?said=" + said));
    } catch (RefusedException e) {
      return refused(request, e);
    }
  }

  private static Role role(Map<String, String> form) {
    return Role.of(form.getOrDefault("role", ""))
        .orElseThrow(() -> new ProblemException(Problem.INVALID));
  }

  private Response refused(Request request, RefusedException e) {
    Trouble trouble = Trouble.of(e);
    return trouble.on(page(request, new Told(null, trouble, null)));
  }

  /** What has just happened; all null when nothing has. */
  private record Told(@Nullable String said, @Nullable Trouble trouble, @Nullable Link link) {}

  private Response page(Request request, Told told) {
    Map<String, Object> values = new HashMap<>();
    values.put("people", accounts.all());
    values.put("said", told.said());
    values.put("trouble", told.trouble());
    values.put("link", told.link());
    return pages.render(request, "account/people.jte", values);
  }
}
