package org.capsula.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In and out by the pages, as a browser without script does it. */
class SignInPageTest {
  private static final String RIGHT = "name=media&password=" + encoded(Team.PASSWORD);
  private static final Map<String, String> NOTHING = Map.of();

  @TempDir private Path folder;
  private Team team;
  private Browser browser;

  @BeforeEach
  void start() throws RefusedException {
    team = new Team(folder);
    browser = team.browser;
  }

  @AfterEach
  void stop() throws IOException {
    team.close();
  }

  @Test
  void pageBehindTheSignIn_isShownAfterIt() throws Exception {
    Browser.Answer refused = browser.get("/account", NOTHING);
    assertThat(refused.field("Location")).isEqualTo("/sign-in?next=%2Faccount");
    assertThat(browser.get("/sign-in?next=%2Faccount", NOTHING).text())
        .contains("name=\"next\" value=\"/account\"");

    Browser.Answer in = browser.post("/sign-in", NOTHING, RIGHT + "&next=%2Faccount");

    assertThat(in.status()).isEqualTo(303);
    assertThat(in.field("Location")).isEqualTo("/account");
    assertThat(browser.get("/account", cookie(in.cookie("capsula"))).text()).contains("media");
  }

  /** What was looked for, and in which language, is there again after signing in. */
  @ParameterizedTest
  @CsvSource({
    "/studio?q=a%26b%3Dc, /studio?q=a%26b%3Dc",
    "/studio?lang=el&q=%CE%B1+b, /studio?q=%CE%B1+b&lang=el",
    "/studio?lang=fr, /studio?lang=fr"
  })
  void filtersAndLanguage_lastThroughTheSignIn(String wanted, String reached) throws Exception {
    String door = browser.get(wanted, NOTHING).field("Location");
    Matcher next = Pattern.compile("name=\"next\" value=\"([^\"]*)\"").matcher(page(door));
    assertThat(next.find()).isTrue();

    Browser.Answer in =
        browser.post(
            "/sign-in"
                + (wanted.contains("lang=") ? "?" + wanted.replaceAll(".*(lang=..).*", "$1") : ""),
            NOTHING,
            RIGHT + "&next=" + encoded(next.group(1).replace("&amp;", "&")));

    assertThat(in.field("Location")).isEqualTo(reached);
    if (wanted.contains("lang=")) {
      assertThat(page(door))
          .contains(wanted.contains("el") ? "<html lang=\"el\"" : "<html lang=\"fr\"");
    }
  }

  @Test
  void languageChosenAtTheDoor_isTheOneAfterIt() throws Exception {
    Browser.Answer in =
        browser.post(
            "/sign-in?lang=de", NOTHING, RIGHT + "&next=" + encoded("/studio?lang=fr&q=a"));

    assertThat(in.field("Location")).isEqualTo("/studio?q=a&lang=de");
  }

  private String page(String path) throws Exception {
    return browser.get(path, NOTHING).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/a\r\nb: c"})
  void otherSite_isNeverGoneToAfterwards(String next) throws Exception {
    Browser.Answer in = browser.post("/sign-in", NOTHING, RIGHT + "&next=" + encoded(next));

    assertThat(in.field("Location")).isEqualTo("/studio");
    assertThat(in.fields()).doesNotContainKey("b");
  }

  @ParameterizedTest
  @CsvSource({"viewer, /account", "media, /studio", "trainer, /studio", "admin, /studio"})
  void withoutAWish_oneGoesWhereOnesWorkIs(String name, String home) throws Exception {
    Browser.Answer in =
        browser.post("/sign-in", NOTHING, "name=" + name + "&password=" + encoded(Team.PASSWORD));

    assertThat(in.field("Location")).isEqualTo(home);
  }

  @ParameterizedTest
  @CsvSource({"media, wrong", "nobody, wrong", "'', ''"})
  void wrongNameOrPassword_isToldAlike(String name, String password) throws Exception {
    Browser.Answer answer =
        browser.post("/sign-in", NOTHING, "name=" + name + "&password=" + password);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("This name and password do not go together.");
    assertThat(answer.fields()).doesNotContainKey("Set-Cookie");
    assertThat(answer.text()).doesNotContain("value=\"wrong\"");
  }

  @Test
  void tooManyFailures_areToldWhenToComeAgain() throws Exception {
    for (int i = 0; i < 5; i++) {
      browser.post("/sign-in", NOTHING, "name=media&password=wrong");
    }

    Browser.Answer answer = browser.post("/sign-in", NOTHING, RIGHT);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.field("Retry-After")).isEqualTo("60");
    assertThat(answer.text()).contains("Try again in 1 minute.");
    assertThat(answer.fields()).doesNotContainKey("Set-Cookie");
  }

  @Test
  void cookie_isForThisHostAlone() throws Exception {
    Browser.Answer visit = browser.post("/sign-in", NOTHING, RIGHT);
    Browser.Answer stay = browser.post("/sign-in", NOTHING, RIGHT + "&stay=yes");

    assertThat(line(visit, "capsula"))
        .endsWith("; Path=/; HttpOnly; SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(line(stay, "capsula")).endsWith("; SameSite=Lax; Max-Age=2592000");
    assertThat(line(visit, "capsula-device")).contains("; HttpOnly; SameSite=Lax; Max-Age=");
  }

  @Test
  void sessionBeforeSignIn_isWorthNothingAfterwards() throws Exception {
    Secret before = team.session(Role.VIEWER);

    Browser.Answer in = browser.post("/sign-in", cookie(before.text()), RIGHT);

    assertThat(in.cookie("capsula")).isNotEqualTo(before.text());
    assertThat(team.reception.sessions().use(before)).isEmpty();
  }

  /** A page of somebody else's could sign people in under its own name, and read what they do. */
  @Test
  void formOfAForeignPage_signsNobodyIn() throws Exception {
    for (Map<String, String> foreign :
        List.of(
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"))) {
      Browser.Answer answer = browser.post("/sign-in", foreign, RIGHT);
      assertThat(answer.status()).as(foreign.toString()).isEqualTo(403);
      assertThat(answer.fields()).doesNotContainKey("Set-Cookie");
    }
  }

  @Test
  void formOfAForeignPage_signsNobodyOut() throws Exception {
    Secret session = team.session(Role.MEDIA);

    Browser.Answer answer =
        browser.post(
            "/sign-out",
            Map.of("Origin", "https://evil.example", "Cookie", "capsula=" + session.text()),
            "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(team.reception.sessions().use(session)).isPresent();
  }

  @Test
  void signOut_endsTheSessionAndTakesTheCookie() throws Exception {
    Secret session = team.session(Role.MEDIA);

    Browser.Answer out = browser.post("/sign-out", cookie(session.text()), "");

    assertThat(out.field("Location")).isEqualTo("/");
    assertThat(line(out, "capsula")).startsWith("capsula=; ").endsWith("Max-Age=0");
    assertThat(team.reception.sessions().use(session)).isEmpty();
    assertThat(browser.get("/sign-out", NOTHING).status()).as("no link signs out").isEqualTo(405);
  }

  /** Plain HTTP from elsewhere, or by a proxy nobody told us of. */
  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For: 192.0.2.1", "Forwarded: for=192.0.2.1", "Via: 1.1 a"})
  void overheardConnection_signsNobodyInAndTellsTheWayOut(String field) throws Exception {
    Map<String, String> fields =
        Map.of(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(' ') + 1));

    Browser.Answer page = browser.get("/sign-in", fields);
    Browser.Answer in = browser.post("/sign-in", fields, RIGHT);

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("--behind-proxy").doesNotContain("type=\"password\"");
    assertThat(in.status()).isEqualTo(403);
    assertThat(in.fields()).doesNotContainKey("Set-Cookie");
  }

  /** A token lasts longer than a password is typed. */
  @ParameterizedTest
  @CsvSource({"Via, 1.1 a, 401", "X-Nothing, said, 200"})
  void overheardToken_letsNobodyInAndTellsWhy(String field, String value, int status)
      throws Exception {
    String token = "Bearer " + team.token(Role.MEDIA).secret().text();

    Browser.Answer answer =
        browser.get("/api/session", Map.of("Authorization", token, field, value));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text().contains("use HTTPS")).isEqualTo(status == 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/invitation/unknown"})
  void pages_areKeptByNobody(String path) throws Exception {
    assertThat(browser.get(path, NOTHING).field("Cache-Control")).isEqualTo("private, no-store");
  }

  @Test
  void typedName_isShownAsText() throws Exception {
    String name = "\"><script>alert(1)</script>";

    Browser.Answer answer =
        browser.post(
            "/sign-in", NOTHING, "name=" + encoded(name) + "&password=x&next=" + encoded(name));

    assertThat(answer.text()).doesNotContain("<script>alert");
  }

  /** The form was open for long; what was typed is lost, but not the way back. */
  @Test
  void formOfAnEndedSession_isToldTheWayInAndBack() throws Exception {
    Browser.Answer answer =
        browser.post(
            "/account/name",
            Map.of("Cookie", "capsula=ended", "Referer", browser.origin + "/account?lang=fr"),
            "name=x");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).contains("href=\"/sign-in?next=%2Faccount\"");
    Browser.Answer foreign =
        browser.post(
            "/account/name?lang=de",
            Map.of("Sec-Fetch-Site", "same-origin", "Referer", "https://evil.example/x"),
            "name=x");
    assertThat(foreign.text()).contains("href=\"/sign-in?lang=de\"").doesNotContain("evil");
  }

  @Test
  void personOfAnotherRole_isToldSoAndLedToTheirAccount() throws Exception {
    Browser.Answer answer =
        browser.get("/studio?lang=fr", cookie(team.session(Role.VIEWER).text()));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("Votre compte n’y a pas accès", "href=\"/account?lang=fr\"");
  }

  @Test
  void formOfAForeignPage_isToldToBeOne() throws Exception {
    Browser.Answer answer = browser.post("/sign-out", Map.of("Origin", "https://evil.example"), "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("This came from another site");
  }

  @Test
  void linkThatIsFollowed_endsTheSessionBefore() throws Exception {
    Secret before = team.session(Role.VIEWER);
    Secret link = team.reception.invitations().invite(team.account(Role.MEDIA).id()).secret();

    Browser.Answer in =
        browser.post(
            "/invitation/" + link.text(), cookie(before.text()), "password=another+four+words");

    assertThat(in.status()).isEqualTo(303);
    assertThat(team.reception.sessions().use(before)).isEmpty();
  }

  private static Map<String, String> cookie(String value) {
    return Map.of("Cookie", "capsula=" + value);
  }

  private static String line(Browser.Answer answer, String cookie) {
    return answer.fields().getOrDefault("Set-Cookie", List.of()).stream()
        .filter(each -> each.startsWith(cookie + "="))
        .findFirst()
        .orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
