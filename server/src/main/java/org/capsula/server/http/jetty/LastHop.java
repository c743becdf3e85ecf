package org.capsula.server.http.jetty;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Leaves of what proxies say only what the last one, ours, has added. Each adds behind what it was
 * given (RFC 7239 §4), and the first values come from the client, who may write there what they
 * like.
 */
final class LastHop implements HttpConfiguration.Customizer {
  private static final List<HttpHeader> FIELDS =
      List.of(
          HttpHeader.X_FORWARDED_FOR,
          HttpHeader.X_FORWARDED_PROTO,
          HttpHeader.X_FORWARDED_HOST,
          HttpHeader.X_FORWARDED_PORT);

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields last = last(request.getHeaders());
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return last;
      }
    };
  }

  static HttpFields last(HttpFields given) {
    HttpFields.Mutable fields = HttpFields.build(given);
    boolean saysX = FIELDS.stream().anyMatch(given::contains);
    if (saysX) {
      // A proxy that knows the older fields alone hands on what the client wrote into this one.
      fields.remove(HttpHeader.FORWARDED);
    } else {
      keepLast(HttpHeader.FORWARDED, given, fields);
    }
    FIELDS.forEach(each -> keepLast(each, given, fields));
    return fields.asImmutable();
  }

  private static void keepLast(HttpHeader name, HttpFields given, HttpFields.Mutable fields) {
    List<String> values = given.getCSV(name, /* keepQuotes= */ true);
    if (!values.isEmpty()) {
      fields.put(new HttpField(name, values.get(values.size() - 1)));
    }
  }
}
