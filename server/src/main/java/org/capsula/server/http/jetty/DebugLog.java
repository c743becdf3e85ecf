package org.capsula.server.http.jetty;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line a request. Neither who asked nor what was searched for: that would be personal data. */
final class DebugLog implements RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger(DebugLog.class);

  @Override
  public void log(Request request, Response response) {
    LOG.debug(
        "{} {} {} {}",
        request.getMethod(),
        request.getHttpURI().getCanonicalPath(),
        response.getStatus(),
        Response.getContentBytesWritten(response));
  }
}
