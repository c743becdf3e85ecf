package org.capsula.server.http.jetty;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.capsula.server.http.Caching;

/** As with {@link org.capsula.server.http.Response}: a resource that says nothing leaks nothing. */
public final class UnstoredByDefault implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putIfAbsent("Cache-Control", noStore());
  }

  private static List<Object> noStore() {
    return List.of(Caching.noStore().cacheControl());
  }
}
