package org.capsula.server.people;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
    return page(request, new Told(said, null, null, null));
  }

  /** Adds somebody, and shows the link for them. */
  public Response invite(Request request) throws IOException {
    Map<String, String> form = request.form(LARGEST_FORM);
    Typed typed = typed(null, form);
    String shown = typed.shown();
    try {
      Account account =
          accounts.add(
              new NewAccount(typed.name(), shown.isBlank() ? typed.name() : shown, typed.role()));
      return linked(request, account);
    } catch (RefusedException e) {
      return refused(request, e, typed);
    }
  }

  /** Shows another link for somebody. */
  public Response link(Request request) {
    try {
      Account account =
          accounts
              .find(request.variable("account"))
              .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN));
      return linked(request, account);
    } catch (RefusedException e) {
      return refused(request, e, null);
    }
  }

  private Response linked(Request request, Account account) throws RefusedException {
    Issued issued = invitations.invite(account.id());
    String address = request.connection().origin() + "/invitation/" + issued.secret().text();
    return page(
        request, new Told(null, null, new Link(account, address, issued.expiresAt()), null));
  }

  public Response change(Request request) throws IOException {
    String id = request.variable("account");
    Typed typed = typed(id, request.form(LARGEST_FORM));
    try {
      accounts.change(id, new Accounts.Change(typed.shown(), typed.role(), null));
      return done(request, "changed");
    } catch (RefusedException e) {
      return refused(request, e, typed);
    }
  }

  public Response disable(Request request) {
    return done(request, "disabled", accounts::disable);
  }

  public Response enable(Request request) {
    return done(request, "enabled", accounts::enable);
  }

  public Response remove(Request request) {
    return done(request, "removed", accounts::delete);
  }

  private interface Change {
    void make(String account) throws RefusedException;
  }

  private Response done(Request request, String said, Change change) {
    try {
      change.make(request.variable("account"));
      return done(request, said);
    } catch (RefusedException e) {
      return refused(request, e, null);
    }
  }

  private static Response done(Request request, String said) {
    return Response.seeOther(Language.of(request).link("/system/people?said=" + said));
  }

  /**
   * What stands in a form, to be mended where it is not taken.
   *
   * @param account whose form; null for that of a new one
   */
  public record Typed(@Nullable String account, String name, String shown, Role role) {
    public boolean isOf(@Nullable String whose) {
      return Objects.equals(account, whose);
    }
  }

  private static Typed typed(@Nullable String account, Map<String, String> form) {
    Role role =
        Role.of(form.getOrDefault("role", ""))
            .orElseThrow(() -> new ProblemException(Problem.INVALID));
    return new Typed(account, form.getOrDefault("name", ""), form.getOrDefault("shown", ""), role);
  }

  private Response refused(Request request, RefusedException e, @Nullable Typed typed) {
    Trouble trouble = Trouble.of(e);
    return trouble.on(page(request, new Told(null, trouble, null, typed)));
  }

  /** What has just happened; all null when nothing has. */
  private record Told(
      @Nullable String said,
      @Nullable Trouble trouble,
      @Nullable Link link,
      @Nullable Typed typed) {}

  private Response page(Request request, Told told) {
    Map<String, Object> values = new HashMap<>();
    values.put("people", accounts.all());
    values.put("said", told.said());
    values.put("trouble", told.trouble());
    values.put("link", told.link());
    values.put("typed", told.typed());
    return pages.render(request, "account/people.jte", values);
  }
}
