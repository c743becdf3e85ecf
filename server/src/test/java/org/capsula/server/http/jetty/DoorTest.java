package org.capsula.server.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.account.Role;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes in, and what they can bring; {@code Authorization} names the caller here. */
class DoorTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

  private static WebServer server;
  private static RawClient client;

  @BeforeAll
  static void start() {
    List<Route> routes =
        List.of(
            Route.open("/", request -> Response.html("<p>home</p>")),
            Route.get("/studio", Access.STUDIO, request -> text(request.caller().account())),
            Route.post("/studio", Access.MEDIA, request -> text(request.form(40).toString())),
            Route.post("/uploads", Access.MEDIA, request -> text(request.content().text(5))),
            Route.get("/uploads", Access.MEDIA, DoorTest::fails));
    ResourceConfig api = new ResourceConfig(Api.class);
    server =
        new WebServer(
            "127.0.0.1",
            0,
            new Site(
                routes,
                (status, request) -> Response.html("<h1>" + status + "</h1>"),
                api,
                DoorTest::caller));
    server.start();
    client = new RawClient(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Caller caller(Request request) {
    String who = request.header("Authorization").orElse("nobody");
    return switch (who) {
      case "nobody" -> Caller.NOBODY;
      case "stale" -> Caller.STALE;
      case "token" -> Caller.token("a-1", "Ana", Role.MEDIA);
      default -> Caller.session("s-1", "a-1", "Ana", Role.valueOf(who));
    };
  }

  private static Response fails(Request request) {
    throw new ProblemException(Problem.GONE, "It said \"no\".", Map.of("upload", 7));
  }

  private static Response text(String text) {
    return Response.text("text/plain", text);
  }

  /** The API of this site. */
  @Path("/things")
  public static final class Api {
    @GET
    @Allowed(Access.STUDIO)
    public String get(@Context Caller caller) {
      return caller.account() + " " + caller.role();
    }

    @POST
    @Path("{id: [a-z]{1,9}}")
    @Allowed(Access.MEDIA)
    public String post(@Nullable String said) {
      return "heard " + said;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, GET, /studio, 303",
    "stale, GET, /studio, 303",
    "stale, HEAD, /studio, 303",
    "VIEWER, GET, /studio, 403",
    "TRAINER, GET, /studio, 200",
    "TRAINER, POST, /studio, 403",
    "nobody, POST, /studio, 401",
    "nobody, GET, /uploads, 401",
    "MEDIA, GET, /uploads, 410",
    "nobody, GET, /api/things, 401",
    "stale, GET, /api/things, 401",
    "VIEWER, GET, /api/things, 403",
    "TRAINER, GET, /api/things, 200",
    "TRAINER, POST, /api/things/one, 403",
    "token, POST, /api/things/one, 200",
    "token, POST, /api/things, 405",
    "token, POST, /api/things/ONE, 404",
    "token, OPTIONS, /api/things, 405",
    "token, DELETE, /studio, 405",
    "token, PURGE, /studio, 405",
  })
  void access_isOfTheAddress(String who, String method, String target, int status)
      throws IOException {
    RawClient.Answer answer = client.ask(method, target, as(who) + "Content-Length: 0\r\n" + FORM);
    assertThat(answer.status()).isEqualTo(status);
    if (status == 303) {
      assertThat(answer.field("Location")).isEqualTo("/sign-in?next=%2Fstudio");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/studio?q=a%26b&state=x, /sign-in?next=%2Fstudio%3Fq%3Da%2526b%26state%3Dx",
    "/studio?lang=el&q=1, /sign-in?next=%2Fstudio%3Fq%3D1&lang=el",
    "/studio?lang=x%26y, /sign-in?next=%2Fstudio&lang=x%26y",
  })
  void wayIn_leadsBackToWhatWasLookedFor(String target, String way) throws IOException {
    assertThat(client.ask("GET", target, "").field("Location")).isEqualTo(way);
  }

  @ParameterizedTest
  @CsvSource({
    "MEDIA, Sec-Fetch-Site: same-origin, 200",
    "MEDIA, Sec-Fetch-Site: same-site, 403",
    "MEDIA, Sec-Fetch-Site: cross-site, 403",
    "MEDIA, Sec-Fetch-Site: none, 403",
    "MEDIA, Origin: http://a, 200",
    "MEDIA, Origin: https://a, 403",
    "MEDIA, Origin: http://a.evil, 403",
    "MEDIA, Origin: null, 403",
    "MEDIA, Referer: http://a/studio?a=b, 200",
    "MEDIA, Referer: http://a.evil/studio, 403",
    "MEDIA, X-Nothing: said, 403",
    "token, X-Nothing: said, 200",
    "token, Origin: http://evil, 200",
    "nobody, Origin: http://evil, 403",
    "nobody, X-Nothing: said, 401",
  })
  void change_isTakenFromOurOwnPages(String who, String field, int status) throws IOException {
    String fields = as(who) + field + "\r\nContent-Length: 0\r\n";
    assertThat(client.ask("POST", "/uploads", fields).status()).isEqualTo(status);
    assertThat(client.ask("POST", "/api/things/one", fields).status()).isEqualTo(status);
  }

  @Test
  void content_isReadToItsLimit() throws IOException {
    String token = as("token");
    assertThat(client.ask("POST", "/uploads", token + "Content-Length: 5\r\n", "12345").text())
        .isEqualTo("12345");
    RawClient.Answer more =
        client.ask("POST", "/uploads", token + "Content-Length: 6\r\n", "123456");
    assertThat(more.status()).isEqualTo(413);
    assertThat(more.text()).contains("/problems/too-large", "No more than 5 bytes");
    RawClient.Answer form =
        client.ask("POST", "/studio", token + FORM + "Content-Length: 16\r\n", "a=%CE%B1+b&a=2&c");
    assertThat(form.text()).isEqualTo("{a=α b, c=}");
    assertThat(client.ask("POST", "/studio", token + "Content-Length: 3\r\n", "a=b").status())
        .isEqualTo(415);
    assertThat(
            client.ask("POST", "/studio", token + FORM + "Content-Length: 4\r\n", "a=%4").status())
        .isEqualTo(400);
  }

  @Test
  void api_knowsItsCaller() throws IOException {
    assertThat(client.ask("GET", "/api/things", as("TRAINER")).text()).isEqualTo("a-1 TRAINER");
    assertThat(
            client
                .ask("POST", "/api/things/one", as("token") + "Content-Length: 2\r\n", "hi")
                .text())
        .isEqualTo("heard hi");
  }

  @Test
  void problem_tellsItsMembers() throws IOException {
    RawClient.Answer answer = client.ask("GET", "/uploads", as("MEDIA"));
    assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"type\":\"/problems/gone\",\"title\":\"This was here once and is not any more.\","
                + "\"status\":410,\"detail\":\"It said \\\"no\\\".\",\"upload\":7}");
  }

  @Test
  void unknownMethod_namesTheKnownOnes() throws IOException {
    assertThat(client.ask("PUT", "/studio", as("MEDIA")).field("Allow"))
        .isEqualTo("GET, HEAD, POST");
    assertThat(client.ask("PUT", "/api/things/one", as("MEDIA")).field("Allow")).isEqualTo("POST");
  }

  @Test
  void table_holdsTheApiToo() {
    List<String> rows =
        new Site(
                List.of(),
                (status, request) -> Response.error(status),
                new ResourceConfig(Api.class))
            .addresses().stream()
                .map(row -> row.method() + " " + row.pattern() + " " + row.access())
                .toList();
    assertThat(rows)
        .containsExactlyInAnyOrder("GET /api/things STUDIO", "POST /api/things/{id} MEDIA");
  }

  private static String as(String who) {
    return who.equals("nobody") ? "" : "Authorization: " + who + "\r\n";
  }
}
