package org.capsula.server.http.jetty;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.capsula.server.http.Admission;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Method;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.WayIn;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The door. Who may not come in goes no further; our routes are answered here, those of the API by
 * the handler behind.
 */
final class FrontHandler extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(FrontHandler.class);

  private final RouteTable routes;
  private final Caller.Finder callers;
  private final Wording wording;

  FrontHandler(Site site, Wording wording, Handler api) {
    super(api);
    this.routes = new RouteTable(site.routes(), ApiAddresses.of(site.api()));
    this.callers = site.callers();
    this.wording = wording;
  }

  @Override
  public boolean handle(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback)
      throws Exception {
    String id = Traces.id(request);
    response.getHeaders().put(Traces.FIELD, id);
    MDC.put(Traces.CONTEXT, id);
    try {
      return answer(request, response, callback);
    } finally {
      MDC.remove(Traces.CONTEXT);
    }
  }

  private boolean answer(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback)
      throws Exception {
    Request asked = Asked.of(request);
    SecurityHeaders.ALWAYS.forEach(response.getHeaders()::put);
    SecurityHeaders.of(asked.connection()).forEach(response.getHeaders()::put);
    if (Wording.isTus(asked.path())) {
      // On every answer, those of the door too (tus 1.0.0, Tus-Resumable).
      response.getHeaders().put("Tus-Resumable", "1.0.0");
    }
    Optional<RouteTable.Match> match = routes.find(asked.path());
    match.ifPresent(found -> Traces.took(request, found.pattern()));
    Answer answer =
        Asked.isPlain(request.getHttpURI())
            ? answer(asked, match)
            : Answer.of(wording.answer(400, asked));
    if (answer.byApi() != null) {
      request.setAttribute(CallerInjection.ATTRIBUTE, answer.byApi());
      return super.handle(request, response, callback);
    }
    answer.response().cookies().forEach(each -> response.getHeaders().add("Set-Cookie", each));
    if (!request.consumeAvailable()) {
      // RFC 9112 §9.6: content that nobody reads ends the connection, and its client is told so.
      response.getHeaders().put("Connection", "close");
    }
    ReplySender.send(Reply.to(asked, answer.response()), response, callback);
    return true;
  }

  private Answer answer(Request request, Optional<RouteTable.Match> match) {
    if (match.isEmpty()) {
      return Answer.of(wording.answer(404, request));
    }
    Optional<RouteTable.Row> row = match.get().row(request.method());
    if (row.isEmpty()) {
      return Answer.of(wording.answer(405, request).header("Allow", match.get().allowed()));
    }
    try {
      Request known = request.by(callers.of(request));
      Optional<Problem> refusal = Admission.refusal(row.get().address(), known);
      if (refusal.isPresent()) {
        return Answer.of(refused(refusal.get(), known));
      }
      Endpoint endpoint = row.get().endpoint();
      return endpoint == null
          ? new Answer(Response.error(404), known.caller())
          : Answer.of(given(endpoint, known.with(match.get().variables())));
    } catch (ProblemException e) {
      return Answer.of(wording.answer(e, request));
    } catch (IOException | RuntimeException e) {
      if (Senders.brokeOff(e)) {
        LOG.debug("{} {} did not come whole", request.method(), match.get().pattern(), e);
        return Answer.of(wording.answer(400, request));
      }
      LOG.error("{} {} failed", request.method(), match.get().pattern(), e);
      return Answer.of(wording.answer(500, request));
    }
  }

  private Response given(Endpoint endpoint, Request request) throws IOException {
    Response given = endpoint.answer(request);
    boolean unworded = given.status() >= 400 && given.body().length() == 0;
    return unworded ? worded(given, request) : given;
  }

  /** With the fields that the endpoint gave, as when to come again. */
  private Response worded(Response given, Request request) {
    Response worded = wording.answer(given.status(), request);
    for (Map.Entry<String, String> field : given.headers().entrySet()) {
      worded = worded.header(field.getKey(), field.getValue());
    }
    return worded;
  }

  /** A person who wants to see a page is shown the way in. */
  private Response refused(Problem problem, Request request) {
    boolean page = !Wording.isForPrograms(request.path());
    if (problem.status() != 401) {
      return wording.answer(problem, request);
    }
    if (page && Method.of(request.method()).filter(Method::isSafe).isPresent()) {
      return Response.seeOther(WayIn.to(request));
    }
    // RFC 9110 §11.6.1: 401 names a scheme; ours for programs is that of RFC 6750.
    return wording.answer(problem, request).header("WWW-Authenticate", "Bearer");
  }

  /**
   * What was decided.
   *
   * @param byApi who asks, where the API shall answer instead
   */
  private record Answer(Response response, @org.jspecify.annotations.Nullable Caller byApi) {
    static Answer of(Response response) {
      return new Answer(response, null);
    }
  }
}
