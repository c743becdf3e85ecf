package org.capsula.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One's own account, other people's, and the API of both. */
class PeopleTest {
  private static final Map<String, String> NOTHING = Map.of();
  private static final Pattern LINK = Pattern.compile("/invitation/[A-Za-z0-9_-]{43}");

  @TempDir private Path folder;
  private Team team;
  private Browser browser;
  private Map<String, String> admin = NOTHING;
  private Map<String, String> media = NOTHING;

  @BeforeEach
  void start() throws RefusedException {
    team = new Team(folder);
    browser = team.browser;
    admin = cookie(team.session(Role.ADMIN));
    media = cookie(team.session(Role.MEDIA));
  }

  @AfterEach
  void stop() throws IOException {
    team.close();
  }

  @Test
  void invitedPerson_comesInByTheLinkOnce() throws Exception {
    Browser.Answer invited =
        browser.post("/system/people", admin, "name=ana&shown=Ana+Pop&role=trainer");
    String link = link(invited.text());
    assertThat(invited.text()).contains(browser.origin + link, "until 8 December 2026, 12:00 UTC,");
    for (int i = 0; i < 3; i++) {
      assertThat(browser.get(link, NOTHING).text()).contains("value=\"ana\"");
    }
    assertThat(browser.post(link, NOTHING, "password=short").status()).isEqualTo(422);

    Browser.Answer in = browser.post(link, NOTHING, "password=another+four+words");

    assertThat(in.status()).isEqualTo(303);
    assertThat(browser.get("/account", Map.of("Cookie", "capsula=" + in.cookie("capsula"))).text())
        .contains("Ana Pop", "Trainer");
    assertThat(browser.get(link, NOTHING).status()).isEqualTo(410);
    assertThat(browser.post(link, NOTHING, "password=one+more+password").status()).isEqualTo(410);
    assertThat(browser.get("/system/people", admin).text())
        .as("is shown once")
        .doesNotContain(link);
  }

  @Test
  void linkForAnotherPassword_endsAllSessions() throws Exception {
    String page = "/system/people/" + id(Role.MEDIA) + "/link";
    String link = link(browser.post(page, admin, "").text());

    Browser.Answer in = browser.post(link, NOTHING, "password=another+four+words");

    assertThat(in.status()).isEqualTo(303);
    assertThat(browser.get("/account", media).status()).isEqualTo(303);
  }

  @Test
  void disabledPerson_isOutAtOnce() throws Exception {
    assertThat(browser.get("/account", media).status()).isEqualTo(200);

    Browser.Answer done = browser.post("/system/people/" + id(Role.MEDIA) + "/disable", admin, "");

    assertThat(done.field("Location")).isEqualTo("/system/people?said=disabled");
    assertThat(browser.get("/account", media).status()).isEqualTo(303);
  }

  @Test
  void otherRole_countsFromTheNextRequestOn() throws Exception {
    browser.post("/system/people/" + id(Role.MEDIA), admin, "shown=Media&role=admin");

    assertThat(browser.get("/system/people", media).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/disable", "/remove", ""})
  void lastAdmin_cannotGo(String what) throws Exception {
    Browser.Answer answer =
        browser.post("/system/people/" + id(Role.ADMIN) + what, admin, "shown=a&role=viewer");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("This is the last admin who can sign in.");
    assertThat(browser.get("/system/people", admin).status()).isEqualTo(200);
  }

  @Test
  void takenName_isRefusedInWords() throws Exception {
    Browser.Answer answer =
        browser.post("/system/people?lang=fr", admin, "name=MEDIA&shown=x&role=media");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("Cet identifiant est déjà pris.");
  }

  /**
   * What was typed is there to be mended, and the field that is wrong has the focus and says why.
   */
  @Test
  void refusedForm_keepsWhatWasTypedAndShowsWhere() throws Exception {
    String invite =
        browser.post("/system/people", admin, "name=MEDIA&shown=Ana+Pop&role=trainer").text();
    String change =
        browser.post("/system/people/" + id(Role.MEDIA), admin, "shown=+&role=viewer").text();
    String token = browser.post("/account/tokens", media, "name=" + "x".repeat(101)).text();
    String password = browser.post("/account/password", media, "old=x&password=short").text();

    assertThat(field(invite, "new-name"))
        .contains("value=\"MEDIA\"", "aria-invalid=\"true\"", " trouble\"", "autofocus");
    assertThat(field(invite, "new-shown")).contains("value=\"Ana Pop\"").doesNotContain("invalid");
    assertThat(invite).contains("<option value=\"trainer\" selected>");
    assertThat(field(change, "shown-" + id(Role.MEDIA)))
        .contains("value=\" \"", "aria-invalid=\"true\"", "=\"trouble\"", "autofocus");
    assertThat(field(change, "shown-" + id(Role.ADMIN))).doesNotContain("invalid");
    assertThat(change).contains("<details open>");
    assertThat(field(token, "token-name")).contains("x".repeat(101), "aria-invalid=\"true\"");
    assertThat(field(password, "password")).contains("aria-invalid=\"true\"", "autofocus");
    assertThat(password).doesNotContain("value=\"short\"");
  }

  private static String field(String page, String id) {
    Matcher found = Pattern.compile("<input id=\"" + id + "\"[^>]*>").matcher(page);
    return found.find() ? found.group() : "no field " + id;
  }

  @Test
  void ownPassword_isChangedWithTheOldOne() throws Exception {
    Map<String, String> elsewhere = cookie(team.session(Role.MEDIA));
    assertThat(browser.post("/account/password", media, "old=x&password=another+four+words").text())
        .contains("The current password is not right.");

    Browser.Answer done =
        browser.post(
            "/account/password",
            media,
            "old=" + Team.PASSWORD.replace(' ', '+') + "&password=another+four+words");

    assertThat(done.field("Location")).isEqualTo("/account?said=password");
    assertThat(browser.get("/account", media).status()).isEqualTo(200);
    assertThat(browser.get("/account", elsewhere).status()).as("is out").isEqualTo(303);
  }

  /** They go on working, so it has to be said. */
  @Test
  void ownPassword_whenItIsChanged_tellsOfTheTokensThatStillWork() throws Exception {
    assertThat(browser.get("/account?said=password", media).text()).doesNotContain("still work");
    team.token(Role.MEDIA);
    team.token(Role.MEDIA);

    assertThat(browser.get("/account?said=password", media).text())
        .contains("<a href=\"#tokens-title\">2 tokens for programs still work.");
  }

  @Test
  void sessions_areEndedOneByOneOrAll() throws Exception {
    Secret one = team.session(Role.MEDIA);
    Secret two = team.session(Role.MEDIA);
    Secret strangers = team.session(Role.TRAINER);

    browser.post("/account/sessions/" + team.idOf(one) + "/end", media, "");
    browser.post("/account/sessions/" + team.idOf(strangers) + "/end", media, "");

    assertThat(team.reception.sessions().use(one)).isEmpty();
    assertThat(team.reception.sessions().use(strangers)).as("not one's own").isPresent();
    browser.post("/account/sessions/end-others", media, "");
    assertThat(team.reception.sessions().use(two)).isEmpty();
    assertThat(browser.get("/account", media).status()).isEqualTo(200);
  }

  @Test
  void token_isShownOnceAndWorksUntilItIsWithdrawn() throws Exception {
    String page = browser.post("/account/tokens", media, "name=nightly").text();
    Matcher found = Pattern.compile("capsula_[A-Za-z0-9_-]{43}").matcher(page);
    assertThat(found.find()).isTrue();
    Map<String, String> program = Map.of("Authorization", "Bearer " + found.group());
    assertThat(browser.get("/account", media).text()).doesNotContain(found.group());

    assertThat(browser.get("/api/session", program).text())
        .contains("\"role\":\"media\"", "\"proof\":\"token\"");
    String id = team.reception.tokens().of(id(Role.MEDIA)).get(0).id();
    assertThat(browser.ask("DELETE", "/api/tokens/" + id, program, "").status()).isEqualTo(204);
    assertThat(browser.get("/api/session", program).status()).isEqualTo(401);
  }

  /** Else a stolen token would outlive its withdrawal. */
  @Test
  void token_makesNoOtherAndChangesNoPassword() throws Exception {
    Map<String, String> program = adminsProgram();

    assertThat(browser.ask("POST", "/api/tokens", program, "{\"name\":\"x\"}").status())
        .isEqualTo(403);
    assertThat(browser.ask("POST", "/account/tokens", program, "").status()).isEqualTo(403);
    assertThat(browser.ask("POST", "/account/password", program, "").status()).isEqualTo(403);
  }

  /** A second admin, or a link of its own to the first one, would outlive it too. */
  @Test
  void adminsToken_readsAccountsAndChangesNone() throws Exception {
    Map<String, String> program = adminsProgram();
    List<Account> before = team.reception.accounts().all();
    String own = "/" + id(Role.ADMIN);
    String other = "/" + id(Role.VIEWER);

    assertThat(browser.get("/api/accounts", program).status()).isEqualTo(200);
    assertThat(browser.get("/api/accounts" + own, program).status()).isEqualTo(200);
    assertThat(browser.get("/system/people", program).status()).isEqualTo(200);
    for (String request :
        List.of(
            "POST /api/accounts",
            "POST /api/accounts" + own + "/link",
            "PATCH /api/accounts" + other,
            "DELETE /api/accounts" + other,
            "POST /system/people",
            "POST /system/people" + own + "/link",
            "POST /system/people" + other,
            "POST /system/people" + other + "/disable",
            "POST /system/people" + other + "/enable",
            "POST /system/people" + other + "/remove")) {
      String[] parts = request.split(" ", 2);
      Browser.Answer answer =
          browser.ask(parts[0], parts[1], program, "{\"signInName\":\"eve\",\"role\":\"admin\"}");
      assertThat(answer.status()).as(request).isEqualTo(403);
      assertThat(link(answer.text())).as(request).isEmpty();
    }
    assertThat(team.reception.accounts().all()).isEqualTo(before);
  }

  @Test
  void refusedChange_leavesTheNameAsItWas() throws Exception {
    browser.post("/system/people/" + id(Role.ADMIN), admin, "shown=Another&role=viewer");
    browser.ask(
        "PATCH",
        "/api/accounts/" + id(Role.ADMIN),
        adminsScript(),
        "{\"shownName\":\"Another\",\"disabled\":true}");

    assertThat(team.reception.accounts().find(id(Role.ADMIN)).orElseThrow().shownName())
        .isEqualTo("admin");
  }

  @Test
  void api_addsChangesAndRemovesAccounts() throws Exception {
    Map<String, String> program = adminsScript();
    Browser.Answer added =
        browser.ask(
            "POST", "/api/accounts", program, "{\"signInName\":\"Ana\",\"role\":\"viewer\"}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(link(added.text())).isNotEmpty();
    Account ana = team.reception.accounts().named("ana").orElseThrow();
    String path = "/api/accounts/" + ana.id();

    Browser.Answer changed =
        browser.ask("PATCH", path, program, "{\"role\":\"media\",\"disabled\":true}");

    assertThat(changed.text())
        .contains("\"role\":\"media\"", "\"disabled\":true", "\"shownName\":\"Ana\"");
    assertThat(browser.ask("POST", path + "/link", program, "").status()).isEqualTo(409);
    assertThat(browser.ask("DELETE", path, program, "").status()).isEqualTo(204);
    assertThat(browser.ask("DELETE", path, program, "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "\"x\"",
        "{\"role\":7}",
        "{\"role\":\"boss\"}",
        "{\"unknown\":1}",
        "null"
      })
  void badContent_isAProblemOfTheClient(String content) throws Exception {
    Map<String, String> program = adminsScript();

    Browser.Answer answer = browser.ask("POST", "/api/accounts", program, content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text()).doesNotContain("Source", "jackson", "org.capsula");
  }

  @Test
  void refusalOfTheApi_tellsItsReason() throws Exception {
    Map<String, String> program = adminsScript();

    Browser.Answer answer =
        browser.ask("PATCH", "/api/accounts/" + id(Role.ADMIN), program, "{\"role\":\"viewer\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("\"reason\":\"last-admin\"", "This is the last admin");
  }

  @Test
  void names_areShownAsText() throws Exception {
    browser.post(
        "/system/people", admin, "name=eve&shown=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&role=media");

    assertThat(browser.get("/system/people", admin).text())
        .contains("&lt;img src=x")
        .doesNotContain("<img src=x");
  }

  /** As one shows who one is, and that JSON comes. */
  private Map<String, String> adminsProgram() throws Exception {
    String token = team.token(Role.ADMIN).secret().text();
    return Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
  }

  /** A script of a page of ours, in the admin's browser. */
  private Map<String, String> adminsScript() {
    Map<String, String> fields = new HashMap<>(admin);
    fields.put("Origin", browser.origin);
    fields.put("Content-Type", "application/json");
    return fields;
  }

  private String id(Role role) {
    return team.account(role).id();
  }

  private static String link(String text) {
    Matcher found = LINK.matcher(text);
    return found.find() ? found.group() : "";
  }

  private static Map<String, String> cookie(Secret session) {
    return Map.of("Cookie", "capsula=" + session.text());
  }
}
