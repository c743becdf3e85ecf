package org.capsula.server.account;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.pipeline.account.entry.Tokens;
import org.capsula.pipeline.account.proof.Passwords;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SessionStore;
import org.capsula.pipeline.account.proof.SignInSession;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.server.AtRest;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.serve.Routes;

/**
 * The real application over a library of one film without pictures, with an account of each role.
 */
public final class Team implements AutoCloseable {
  static final String CAPSULE = "one";

  public static final String PASSWORD = "four words that fit";

  /** Stands, so that nothing is written only because time has passed. */
  final Clock clock = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

  final Library library;
  final Site site;
  public final String origin;
  final Browser browser;
  public final Reception reception;
  private final WebServer server;
  private final Map<Role, Account> accounts = new EnumMap<>(Role.class);

  public Team(Path folder) throws RefusedException {
    library = Library.open(folder.resolve("library"));
    reception = Reception.of(library.database(), clock);
    String hash = new Passwords().hash(PASSWORD);
    for (Role role : Role.values()) {
      String id = reception.accounts().add(new NewAccount(role.word(), role.word(), role)).id();
      library.database().useTransaction(s -> new AccountStore(s).setPasswordHash(id, hash));
      accounts.put(role, reception.accounts().find(id).orElseThrow());
    }
    library.database().useTransaction(this::addCapsule);
    site = Routes.of(AtRest.over(library, clock));
    server = new WebServer("127.0.0.1", 0, site);
    server.start();
    origin = "http://127.0.0.1:" + server.port();
    browser = new Browser(origin);
  }

  private void addCapsule(Session session) {
    StoredFile footage = new StoredFile("f".repeat(64), 100, true);
    new StoredFileStore(session).save(footage, clock.instant());
    new CapsuleStore(session)
        .insert(
            new Capsule(
                CAPSULE,
                "one",
                footage.sha256(),
                "one.mp4",
                "fr",
                null,
                null,
                null,
                null,
                null,
                clock.instant()));
  }

  public Account account(Role role) {
    return Objects.requireNonNull(accounts.get(role));
  }

  /** A session as signing in makes it, without hashing a password. */
  Secret session(Role role) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    library
        .database()
        .useTransaction(
            s ->
                new SessionStore(s)
                    .insert(
                        new SignInSession(
                            UUID.randomUUID().toString(),
                            account(role).id(),
                            "a test",
                            now,
                            now,
                            Duration.ofHours(1),
                            now.plus(Duration.ofDays(1))),
                        secret));
    return secret;
  }

  /** The id by which a session is ended. */
  String idOf(Secret session) {
    return reception.sessions().use(session).orElseThrow().session().id();
  }

  /** Used once, so that using it again changes nothing. */
  Tokens.Made token(Role role) throws RefusedException {
    Tokens.Made made = reception.tokens().make(account(role).id(), "a test");
    reception.tokens().use(made.secret());
    return made;
  }

  @Override
  public void close() throws IOException {
    server.close();
    library.close();
  }
}
