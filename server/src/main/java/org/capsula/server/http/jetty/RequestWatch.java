package org.capsula.server.http.jetty;

import java.time.Duration;
import org.capsula.server.http.Answered;
import org.capsula.server.http.Method;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line a request. Neither who asked nor what for: an address with its capsule, its search words
 * or its account would be personal data beside the time.
 */
final class RequestWatch implements RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);

  private final Answered.Listener listener;

  RequestWatch(Answered.Listener listener) {
    this.listener = listener;
  }

  @Override
  public void log(Request request, Response response) {
    Answered answered =
        new Answered(
            Traces.id(request),
            Method.of(request.getMethod()).map(Method::name).orElse("other"),
            Traces.pattern(request),
            response.getStatus(),
            Request.getContentBytesRead(request),
            Response.getContentBytesWritten(response),
            Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()));
    listener.heard(answered);
    write(answered);
  }

  private static void write(Answered answered) {
    LOG.atInfo()
        .addKeyValue("request", answered.id())
        .addKeyValue("method", answered.method())
        .addKeyValue("route", answered.pattern())
        .addKeyValue("status", answered.status())
        .addKeyValue("received", answered.received())
        .addKeyValue("sent", answered.sent())
        .addKeyValue("milliseconds", answered.time().toMillis())
        .log(
            "{} {} {} {} ms",
            answered.method(),
            answered.pattern(),
            answered.status(),
            answered.time().toMillis());
  }
}
