package org.capsula.server.reference;

import java.util.List;
import java.util.Map;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Problem;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.viewer.Pages;

/** {@code /api-reference}: the same as {@link OpenApi}, for people. */
public final class ReferencePage implements Endpoint {
  private final Pages pages;
  private final ReferenceView view = ReferenceReader.read(OpenApi.text());

  public ReferencePage(Pages pages) {
    this.pages = pages;
  }

  @Override
  public Response answer(Request request) {
    return pages.render(
        request,
        "reference/reference.jte",
        Map.of("view", view, "problems", List.of(Problem.values())));
  }

  /**
   * {@code /problems/{code}}: where the type of a problem document leads (RFC 9457 §3.1.1 would
   * have it say what it means to a person).
   */
  public Response problem(Request request) {
    String code = request.variable("code");
    return List.of(Problem.values()).stream().anyMatch(problem -> problem.code().equals(code))
        ? Response.seeOther("/api-reference#problem-" + code)
        : Response.error(404);
  }
}
