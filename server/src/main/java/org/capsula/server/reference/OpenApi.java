package org.capsula.server.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Summary;

/**
 * {@code /api/openapi.json}: the API's description (OpenAPI 3.1). It is made of the table of routes
 * and of the classes that answer, by the tests, and committed; so the program carries no tool for
 * it.
 */
@Summary("This document.")
@Answers(Object.class)
public final class OpenApi implements Endpoint {
  private final String document = text();

  static String text() {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      return new String(
          Objects.requireNonNull(in, "openapi.json").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json", e);
    }
  }

  @Override
  public Response answer(Request request) {
    return Response.json(document).caching(Caching.revalidate());
  }
}
