package org.capsula.server.http.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answered;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.glassfish.jersey.server.ResourceConfig;

/** A running server with one of everything. */
final class SmallSite implements AutoCloseable {
  static final int LENGTH = 2000;
  static final Instant PUBLISHED = Instant.parse("2026-11-03T08:49:37.900Z");

  /** The media file is a region of this, from its byte 500. */
  static final byte[] FILM = noise(LENGTH + 1000);

  static final byte[] PLAYLIST =
      "#EXTINF:4,\nab\n".repeat(LENGTH).substring(0, LENGTH).getBytes(UTF_8);
  static final String PAGE = "<p>Γειά σου</p>".repeat(200);

  /** Every request, when it is over. */
  final BlockingQueue<Answered> answered = new LinkedBlockingQueue<>();

  final WebServer server;
  final RawClient client;

  SmallSite(java.nio.file.Path folder) throws IOException {
    java.nio.file.Path film = Files.write(folder.resolve("film.mp4"), FILM);
    Endpoint playlist = request -> memory(PLAYLIST);
    Response page = Response.html(PAGE).caching(Caching.revalidate());
    List<Route> routes =
        List.of(
            Route.open("/", request -> Response.html("<p>home</p>")),
            Route.open("/film.mp4", request -> file(new FileRegion(film, 500, LENGTH))),
            Route.open("/list.m3u8", playlist),
            Route.open("/empty.mp4", request -> file(new FileRegion(film, 0, 0))),
            Route.open("/empty.m3u8", request -> memory(new byte[0])),
            Route.open("/page", request -> page),
            Route.open("/page.fr", request -> page.header("Vary", "Accept-Language")),
            Route.open("/short", request -> Response.html("<p>short</p>")),
            Route.open("/poster.jpg", request -> Response.bytes("image/jpeg", PLAYLIST)),
            Route.open("/cut.mp4", request -> file(new FileRegion(film, 0, 1_000_000))),
            Route.open("/fails", SmallSite::fails),
            Route.open("/gone", request -> Response.error(410)),
            Route.open("/busy", request -> Response.error(503).header("Retry-After", "10")),
            Route.open("/moved", request -> Response.redirect("/page")),
            Route.open("/nothing", request -> Response.error(204)),
            Route.post(
                "/form", Access.PUBLIC, request -> plain(request.content().text(/* most= */ 1000))),
            Route.open("/c/{slug}", request -> plain("capsule " + request.variable("slug"))),
            Route.open(
                "/c/{slug}/list.m3u8", request -> plain("list of " + request.variable("slug"))),
            Route.open("/c/latest", request -> plain("the latest")),
            Route.open("/search", request -> plain(request.query("q").orElse("nothing"))),
            Route.open("/said", request -> plain(request.header("x-said").orElse("nothing"))));
    server =
        new WebServer(
            "127.0.0.1",
            0,
            new Site(
                routes,
                (status, request) ->
                    Response.html("<h1>%d %s</h1>".formatted(status, request.path())),
                new ResourceConfig(Resource.class),
                request -> Caller.NOBODY,
                answered::add,
                () -> {}));
    server.start();
    client = new RawClient(server.port());
  }

  private static Response plain(String text) {
    return Response.text(MediaType.ofFile("a.txt"), text);
  }

  private static Response file(FileRegion region) {
    return known(Response.file("video/mp4", region, "film-1"));
  }

  private static Response memory(byte[] bytes) {
    return known(Response.bytes("application/vnd.apple.mpegurl", bytes));
  }

  private static Response known(Response response) {
    return response.lastModified(PUBLISHED).caching(Caching.revalidate());
  }

  private static Response fails(org.capsula.server.http.Request request) {
    throw new IllegalStateException("secret of the house");
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  /** What every answer has, whoever made it. */
  static void checkFields(RawClient.Answer answer) {
    assertThat(answer.fields())
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "same-origin")
        .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
        .doesNotContainKeys("Server", "X-Powered-By");
  }

  @Override
  public void close() {
    server.close();
  }

  /** What stands under /api. */
  @Path("/")
  public static final class Resource {
    @GET
    @Allowed(Access.PUBLIC)
    @Path("hello/{name}")
    @Produces("application/json")
    public jakarta.ws.rs.core.Response hello(@PathParam("name") String name) {
      return switch (name) {
        case "nobody" -> throw new BadRequestException("secret of the house");
        case "everybody" -> throw new IllegalStateException("secret of the house");
        case "twice" -> jakarta.ws.rs.core.Response.status(409).build();
        case "you" -> ok(name).header("Cache-Control", "no-cache").build();
        default -> ok(name).build();
      };
    }

    private static jakarta.ws.rs.core.Response.ResponseBuilder ok(String name) {
      return jakarta.ws.rs.core.Response.ok("{\"hello\":\"" + name + "\"}");
    }
  }
}
