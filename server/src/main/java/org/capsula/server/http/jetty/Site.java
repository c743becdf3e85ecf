package org.capsula.server.http.jetty;

import java.util.List;
import org.capsula.server.http.ErrorPage;
import org.capsula.server.http.Route;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * All that one server serves.
 *
 * @param api what stands under {@code /api}
 */
public record Site(List<Route> routes, ErrorPage errorPage, ResourceConfig api) {
  public Site {
    routes = List.copyOf(routes);
  }
}
