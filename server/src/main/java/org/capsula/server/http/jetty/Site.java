package org.capsula.server.http.jetty;

import java.util.ArrayList;
import java.util.List;
import org.capsula.server.http.Address;
import org.capsula.server.http.Answered;
import org.capsula.server.http.Caller;
import org.capsula.server.http.ErrorPage;
import org.capsula.server.http.Route;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * All that one server serves.
 *
 * @param api what stands under {@code /api}; its methods say who may call them
 * @param callers finds out who asks
 * @param listener is told of every request when it is over
 */
public record Site(
    List<Route> routes,
    ErrorPage errorPage,
    ResourceConfig api,
    Caller.Finder callers,
    Answered.Listener listener) {
  public Site {
    routes = List.copyOf(routes);
  }

  /** Without accounts: everybody is nobody. */
  public Site(List<Route> routes, ErrorPage errorPage, ResourceConfig api) {
    this(routes, errorPage, api, request -> Caller.NOBODY);
  }

  /** Where nobody counts the requests. */
  public Site(List<Route> routes, ErrorPage errorPage, ResourceConfig api, Caller.Finder callers) {
    this(routes, errorPage, api, callers, answered -> {});
  }

  /** The table of routes: every address that is answered, those of the API too. */
  public List<Address> addresses() {
    List<Address> all = new ArrayList<>();
    routes.forEach(route -> all.add(route.address()));
    all.addAll(ApiAddresses.of(api));
    return List.copyOf(all);
  }
}
