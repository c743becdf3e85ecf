package org.capsula.server.people;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.entry.Invitations;
import org.capsula.server.account.Refusals;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.jspecify.annotations.Nullable;

/** {@code /api/accounts}: for admins, and what changes something for admins in their browser. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountsResource {
  private final Accounts accounts;
  private final Invitations invitations;

  public AccountsResource(Accounts accounts, Invitations invitations) {
    this.accounts = accounts;
    this.invitations = invitations;
  }

  /** All of them. */
  public record AccountsJson(List<AccountJson> items) {}

  /** A new account; without a shown name the sign-in name is shown. */
  public record Wanted(
      @Nullable String signInName, @Nullable String shownName, @Nullable String role) {}

  /** What is to be another; null for what stays. */
  public record Change(
      @Nullable String shownName, @Nullable String role, @Nullable Boolean disabled) {}

  /**
   * An account, and the link to hand over.
   *
   * @param link a path of this server
   */
  public record InvitedJson(AccountJson account, String link, String expiresAt) {}

  @GET
  @Allowed(Access.ADMIN)
  @Summary("All accounts.")
  public AccountsJson all() {
    return new AccountsJson(accounts.all().stream().map(AccountJson::of).toList());
  }

  @POST
  @Allowed(Access.ADMIN_IN_PERSON)
  @Summary("A new account, with a link to hand over by which its owner sets a password.")
  @Answers(value = InvitedJson.class, status = 201)
  public Response add(@Nullable Wanted wanted) {
    Wanted given = required(wanted);
    String name = Objects.requireNonNullElse(given.signInName(), "");
    String shown = Objects.requireNonNullElse(given.shownName(), name);
    Role role = role(Objects.requireNonNullElse(given.role(), ""));
    return answered(
        () -> {
          Account account = accounts.add(new NewAccount(name, shown, role));
          return Response.status(Response.Status.CREATED).entity(invited(account)).build();
        });
  }

  @GET
  @Path("{account}")
  @Allowed(Access.ADMIN)
  @Summary("One account.")
  public AccountJson one(@PathParam("account") String id) {
    return AccountJson.of(
        accounts.find(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
  }

  @PATCH
  @Path("{account}")
  @Allowed(Access.ADMIN_IN_PERSON)
  @Summary("Changes an account; what is null stays.")
  @Answers(AccountJson.class)
  public Response change(@PathParam("account") String id, @Nullable Change wanted) {
    Change change = required(wanted);
    Role role = change.role() == null ? null : role(change.role());
    return answered(
        () -> {
          accounts.change(id, new Accounts.Change(change.shownName(), role, change.disabled()));
          return Response.ok(one(id)).build();
        });
  }

  @DELETE
  @Path("{account}")
  @Allowed(Access.ADMIN_IN_PERSON)
  @Summary("Deletes an account.")
  @Answers(value = Void.class, status = 204)
  public Response remove(@PathParam("account") String id) {
    return answered(
        () -> {
          accounts.delete(id);
          return Response.noContent().build();
        });
  }

  @POST
  @Path("{account}/link")
  @Consumes(MediaType.WILDCARD)
  @Allowed(Access.ADMIN_IN_PERSON)
  @Summary("A new link by which the owner of an account sets a password; older links end.")
  @Answers(InvitedJson.class)
  public Response link(@PathParam("account") String id) {
    return answered(
        () ->
            Response.ok(
                    invited(
                        accounts.find(id).orElseThrow(() -> new RefusedException(Refusal.UNKNOWN))))
                .build());
  }

  private InvitedJson invited(Account account) throws RefusedException {
    Invitations.Issued issued = invitations.invite(account.id());
    return new InvitedJson(
        AccountJson.of(account),
        "/invitation/" + issued.secret().text(),
        issued.expiresAt().toString());
  }

  private interface Work {
    Response answer() throws RefusedException;
  }

  private static Response answered(Work work) {
    try {
      return work.answer();
    } catch (RefusedException e) {
      throw Refusals.problem(e);
    }
  }

  private static <T> T required(@Nullable T body) {
    if (body == null) {
      throw new ProblemException(Problem.INVALID, "The request has no content; send JSON.");
    }
    return body;
  }

  private static Role role(String word) {
    return Role.of(word)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.INVALID,
                    "There is no such role; give viewer, media, trainer or admin."));
  }
}
