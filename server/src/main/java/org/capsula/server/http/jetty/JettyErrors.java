package org.capsula.server.http.jetty;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Words what Jetty itself refuses or could not do: a request it cannot read, a file that ends. */
final class JettyErrors implements Request.Handler {
  private final Wording wording;

  JettyErrors(Wording wording) {
    this.wording = wording;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status =
        request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer known ? known : 500;
    SecurityHeaders.ALWAYS.forEach(response.getHeaders()::put);
    response.getHeaders().put(Traces.FIELD, Traces.id(request));
    org.capsula.server.http.Request asked = Asked.refused(request);
    ReplySender.send(Reply.to(asked, wording.answer(status, asked)), response, callback);
    return true;
  }
}
