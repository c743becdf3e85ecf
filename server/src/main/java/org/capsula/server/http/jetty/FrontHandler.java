package org.capsula.server.http.jetty;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door: our routes are answered here, {@code /api} by the handler behind. */
final class FrontHandler extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(FrontHandler.class);

  private final RouteTable routes;
  private final Wording wording;

  FrontHandler(RouteTable routes, Wording wording, Handler api) {
    super(api);
    this.routes = routes;
    this.wording = wording;
  }

  @Override
  public boolean handle(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback)
      throws Exception {
    SecurityHeaders.ALWAYS.forEach(response.getHeaders()::put);
    boolean plain = Asked.isPlain(request.getHttpURI());
    if (plain && Wording.isApi(Asked.path(request.getHttpURI()))) {
      return super.handle(request, response, callback);
    }
    Request asked = Asked.of(request);
    Response answer = plain ? answer(asked) : wording.answer(400, asked);
    ReplySender.send(Reply.to(asked, answer), response, callback);
    return true;
  }

  private Response answer(Request request) {
    Optional<RouteTable.Match> match = routes.find(request.path());
    if (match.isEmpty()) {
      return wording.answer(404, request);
    }
    // RFC 9110 §9.1: these two are what every server supports.
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return wording.answer(405, request).header("Allow", "GET, HEAD");
    }
    try {
      Response given = match.get().endpoint().answer(request.with(match.get().variables()));
      boolean unworded = given.status() >= 400 && given.body().length() == 0;
      return unworded ? worded(given, request) : given;
    } catch (IOException | RuntimeException e) {
      LOG.error("{} {} failed", request.method(), request.path(), e);
      return wording.answer(500, request);
    }
  }

  /** With the fields that the endpoint gave, as when to come again. */
  private Response worded(Response given, Request request) {
    Response worded = wording.answer(given.status(), request);
    for (Map.Entry<String, String> field : given.headers().entrySet()) {
      worded = worded.header(field.getKey(), field.getValue());
    }
    return worded;
  }
}
