package org.capsula.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.fail;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.server.http.Access;
import org.capsula.server.http.Address;
import org.capsula.server.http.Method;
import org.capsula.server.http.Response;
import org.capsula.server.http.jetty.Site;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the real table of routes, asked over the loopback by every role in every way of
 * showing who one is. Whatever is added to the table is asked too.
 */
class RouteAccessTest {
  /** What may be changed without having signed in: signing in and out, and nothing else. */
  private static final Set<String> OPEN_TO_CHANGE =
      Set.of("POST /sign-in", "POST /sign-out", "POST /invitation/{secret}");

  /** Who may ask for what, decided by people: a row is changed here as well as in the program. */
  private static final java.nio.file.Path WRITTEN =
      java.nio.file.Path.of("src/test/resources/org/capsula/server/account/routes.txt");

  private static final Set<String> NEVER_OPEN =
      Set.of("studio", "system", "account", "schedule", "uploads", "metrics");

  /** How somebody shows who they are. */
  private enum Showing {
    NOTHING,
    ENDED_SESSION,
    SESSION_OF_FOREIGN_PAGE,
    SESSION_OF_FOREIGN_FETCH,
    SESSION_OF_NO_PAGE,
    SESSION,
    TOKEN,
    WITHDRAWN_TOKEN;

    /** The browser sends its cookie, and says that it was not a page of ours that made it ask. */
    boolean isForged() {
      return this == SESSION_OF_FOREIGN_PAGE
          || this == SESSION_OF_FOREIGN_FETCH
          || this == SESSION_OF_NO_PAGE;
    }

    boolean isSomebody() {
      return isForged() || this == SESSION || this == TOKEN;
    }
  }

  /** What is expected; of a refusal, exactly which. */
  private enum Outcome {
    LET_IN,
    SENT_TO_SIGN_IN,
    UNKNOWN,
    FORBIDDEN
  }

  @TempDir private static java.nio.file.Path folder;
  private static Team team;
  private static final Map<Role, Secret> TOKENS = new EnumMap<>(Role.class);
  private static final Map<Role, Secret> WITHDRAWN = new EnumMap<>(Role.class);
  private static final Map<Role, Secret> ENDED = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() throws RefusedException {
    team = new Team(folder);
    for (Role role : Role.values()) {
      TOKENS.put(role, team.token(role).secret());
      var withdrawn = team.token(role);
      team.reception.tokens().withdraw(team.account(role).id(), withdrawn.token().id());
      WITHDRAWN.put(role, withdrawn.secret());
      Secret ended = team.session(role);
      team.reception.sessions().end(team.account(role).id(), team.idOf(ended));
      ENDED.put(role, ended);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    team.close();
  }

  /** The table as it is written down, and HEAD wherever there is GET (RFC 9110 §9.3.2). */
  static Stream<Address> addresses() throws IOException {
    return Files.readAllLines(WRITTEN).stream()
        .map(RouteAccessTest::written)
        .flatMap(
            row ->
                row.method() == Method.GET
                    ? Stream.of(row, new Address(Method.HEAD, row.pattern(), row.access()))
                    : Stream.of(row))
        .distinct();
  }

  private static Address written(String line) {
    List<String> words = List.of(line.split(" ", 3));
    return new Address(Method.valueOf(words.get(0)), words.get(2), Access.valueOf(words.get(1)));
  }

  @Test
  void table_isAsItIsWrittenDown() throws IOException {
    List<String> rows =
        team.site.addresses().stream()
            .map(row -> row.method() + " " + row.access() + " " + row.pattern())
            .sorted(Comparator.comparing(row -> row.split(" ", 3)[2] + " " + row))
            .toList();
    if (Boolean.getBoolean("golden.update")) {
      Files.write(WRITTEN, rows);
      fail("%s was written; look at what changed, and run again without golden.update", WRITTEN);
    }
    assertThat(Files.readAllLines(WRITTEN)).containsExactlyElementsOf(rows);
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void refused_areThoseWhoHaveNoAccess_andNothingIsChanged(Address address) throws Exception {
    Secret victim = team.session(Role.VIEWER);
    Ledger before = Ledger.of(team.library);
    SoftAssertions softly = new SoftAssertions();
    for (Role role : Role.values()) {
      Secret session = team.session(role);
      Ledger mine = Ledger.of(team.library);
      for (Showing showing : Showing.values()) {
        Outcome expected = expected(address, role, showing);
        if (expected != Outcome.LET_IN) {
          String path = filled(address.pattern(), real(victim));
          var answer =
              team.browser.ask(
                  address.method().name(),
                  path,
                  withContent(address, fields(role, showing, session)),
                  content(address));
          softly
              .assertThat(outcome(answer))
              .as(
                  "%s %s as %s showing %s: %d",
                  address.method(), path, role, showing, answer.status())
              .isEqualTo(expected);
          softly.assertThat(answer.field("Cache-Control")).contains("no-store");
        }
      }
      softly.assertThat(Ledger.of(team.library)).as("%s refused", address).isEqualTo(mine);
      team.reception.sessions().end(team.account(role).id(), team.idOf(session));
    }
    softly.assertThat(Ledger.of(team.library)).as("%s refused", address).isEqualTo(before);
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void letIn_areThoseWhoHaveAccess(Address address) throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (Role role : Role.values()) {
      for (Showing showing : Showing.values()) {
        if (expected(address, role, showing) == Outcome.LET_IN) {
          // What it does may end the session; to unknown things it does nothing else.
          String path = filled(address.pattern(), Map.of());
          var answer =
              team.browser.ask(
                  address.method().name(), path, fields(role, showing, team.session(role)), "");
          softly
              .assertThat(outcome(answer))
              .as(
                  "%s %s as %s showing %s: %d",
                  address.method(), path, role, showing, answer.status())
              .isEqualTo(Outcome.LET_IN);
          softly
              .assertThat(answer.status())
              .as("%s %s", address.method(), path)
              .isLessThan(500)
              .isNotEqualTo(405);
        }
      }
    }
    softly.assertAll();
  }

  /** What each access means, said a second time. */
  private static Outcome expected(Address address, Role role, Showing showing) {
    boolean safe =
        switch (address.method()) {
          case GET, HEAD, OPTIONS -> true;
          case POST, PUT, PATCH, DELETE -> false;
        };
    if (showing.isForged() && !safe) {
      return Outcome.FORBIDDEN;
    }
    if (address.access() == Access.PUBLIC) {
      return Outcome.LET_IN;
    }
    if (!showing.isSomebody()) {
      boolean forPrograms = address.pattern().matches("/(api|uploads)(/.*)?");
      return safe && !forPrograms ? Outcome.SENT_TO_SIGN_IN : Outcome.UNKNOWN;
    }
    boolean permitted =
        switch (address.access()) {
          case PUBLIC, SIGNED_IN -> true;
          case IN_PERSON -> showing != Showing.TOKEN;
          case STUDIO -> Set.of(Role.MEDIA, Role.TRAINER, Role.ADMIN).contains(role);
          case MEDIA -> Set.of(Role.MEDIA, Role.ADMIN).contains(role);
          case TRAINER -> Set.of(Role.TRAINER, Role.ADMIN).contains(role);
          case ADMIN -> role == Role.ADMIN;
          case ADMIN_IN_PERSON -> role == Role.ADMIN && showing != Showing.TOKEN;
        };
    return permitted ? Outcome.LET_IN : Outcome.FORBIDDEN;
  }

  private static Outcome outcome(Browser.Answer answer) {
    return switch (answer.status()) {
      case 401 -> Outcome.UNKNOWN;
      case 403 -> Outcome.FORBIDDEN;
      case 303 ->
          answer.field("Location").startsWith("/sign-in?next=")
              ? Outcome.SENT_TO_SIGN_IN
              : Outcome.LET_IN;
      default -> Outcome.LET_IN;
    };
  }

  private static Map<String, String> fields(Role role, Showing showing, Secret session) {
    String cookie = "capsula=" + session.text();
    String own = team.browser.origin;
    return switch (showing) {
      case NOTHING -> Map.of("Origin", own);
      case ENDED_SESSION -> Map.of("Origin", own, "Cookie", "capsula=" + text(ENDED, role));
      case SESSION_OF_FOREIGN_PAGE -> Map.of("Origin", "https://evil.example", "Cookie", cookie);
      case SESSION_OF_FOREIGN_FETCH ->
          Map.of("Origin", own, "Sec-Fetch-Site", "cross-site", "Cookie", cookie);
      case SESSION_OF_NO_PAGE -> Map.of("Cookie", cookie);
      case SESSION -> Map.of("Origin", own, "Sec-Fetch-Site", "same-origin", "Cookie", cookie);
      case TOKEN -> Map.of("Authorization", "Bearer " + text(TOKENS, role));
      case WITHDRAWN_TOKEN -> Map.of("Authorization", "Bearer " + text(WITHDRAWN, role));
    };
  }

  private static String text(Map<Role, Secret> secrets, Role role) {
    return Objects.requireNonNull(secrets.get(role)).text();
  }

  /** So that it is not refused for what it lacks, but for who asks. */
  private static Map<String, String> withContent(Address address, Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(fields);
    if (!isSafe(address.method())) {
      boolean json = address.pattern().startsWith("/api/");
      all.put("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
      all.put("If-Match", "\"1\"");
    }
    return all;
  }

  private static String content(Address address) {
    if (isSafe(address.method())) {
      return "";
    }
    return address.pattern().startsWith("/api/") ? "{}" : "name=x";
  }

  /** What a refused request would hurt if it were let in. */
  private static Map<String, String> real(Secret session) {
    return Map.of(
        "account",
        team.account(Role.VIEWER).id(),
        "session",
        team.idOf(session),
        "id",
        Team.CAPSULE,
        "capsule",
        Team.CAPSULE);
  }

  private static String filled(String pattern, Map<String, String> known) {
    return Stream.of(pattern.split("(?=/)"))
        .map(
            segment ->
                segment.startsWith("/{")
                    ? "/" + known.getOrDefault(segment.replaceAll("\\W", ""), "unknown")
                    : segment)
        .collect(Collectors.joining());
  }

  @Test
  void table_opensNothingToChangeButSigningIn() {
    assertThat(team.site.addresses())
        .filteredOn(row -> row.access() == Access.PUBLIC && !isSafe(row.method()))
        .map(row -> row.method() + " " + row.pattern())
        .containsExactlyInAnyOrderElementsOf(OPEN_TO_CHANGE);
  }

  @Test
  void table_opensNothingOfTheStudio() {
    assertThat(team.site.addresses())
        .filteredOn(row -> row.access() == Access.PUBLIC)
        .noneMatch(row -> NEVER_OPEN.contains(row.pattern().split("/", 3)[1]));
    assertThat(team.site.addresses())
        .filteredOn(row -> row.pattern().startsWith("/system"))
        .allMatch(row -> Set.of(Access.ADMIN, Access.ADMIN_IN_PERSON).contains(row.access()));
  }

  @Test
  void table_holdsRowsOfEachKind() {
    assertThat(team.site.addresses().stream().map(Address::access).collect(Collectors.toSet()))
        .as("else the tests above pass over nothing")
        .contains(Access.values());
    assertThat(team.site.addresses()).hasSizeGreaterThan(40);
  }

  private static boolean isSafe(Method method) {
    return Set.of(Method.GET, Method.HEAD, Method.OPTIONS).contains(method);
  }

  /** What is in no row is not to be had, whoever asks. */
  @Test
  void methodOutsideTheTable_isRefusedToAdminsToo() throws Exception {
    Map<String, Set<String>> rows = new TreeMap<>();
    for (Address row : team.site.addresses()) {
      rows.computeIfAbsent(row.pattern(), any -> new TreeSet<>()).add(row.method().name());
    }
    for (Map.Entry<String, Set<String>> row : rows.entrySet()) {
      for (String method : List.of("PUT", "PATCH", "DELETE", "POST", "PURGE")) {
        if (!row.getValue().contains(method)) {
          Map<String, String> admin = fields(Role.ADMIN, Showing.TOKEN, Secret.random());
          assertThat(team.browser.ask(method, filled(row.getKey(), Map.of()), admin, "").status())
              .as("%s %s", method, row.getKey())
              .isEqualTo(405);
        }
      }
    }
  }

  @Test
  void resourceThatDoesNotSayWhoMayCallIt_keepsTheServerFromStarting() {
    Site site =
        new Site(
            List.of(),
            (status, request) -> Response.error(status),
            new ResourceConfig(Forgetful.class));

    assertThatIllegalStateException()
        .isThrownBy(site::addresses)
        .withMessageContaining("does not say who may call it");
  }

  /** Somebody forgot. */
  @Path("/forgetful")
  public static final class Forgetful {
    @GET
    public String get() {
      return "for everybody";
    }
  }
}
