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
 * @param farewell ends what never ends by itself, before the server waits for what is being sent
 */
public record Site(
    List<Route> routes,
    ErrorPage errorPage,
    ResourceConfig api,
    Caller.Finder callers,
    Answered.Listener listener,
    Runnable farewell) {
  public Site {
    routes = List.copyOf(routes);
  }

  /** With nothing but answers that end, and where nobody counts the requests. */
  public Site(List<Route> routes, ErrorPage errorPage, ResourceConfig api, Caller.Finder callers) {
    this(routes, errorPage, api, callers, answered -> {}, () -> {});
  }

  /** Without accounts: everybody is nobody. */
  public Site(List<Route> routes, ErrorPage errorPage, ResourceConfig api) {
    this(routes, errorPage, api, request -> Caller.NOBODY);
  }

  /** The same, where somebody else finds out who asks. */
  public Site with(Caller.Finder others) {
    return new Site(routes, errorPage, api, others, listener, farewell);
  }

  /** The table of routes: every address that is answered, those of the API too. */
  public List<Address> addresses() {
    List<Address> all = new ArrayList<>();
    routes.forEach(route -> all.add(route.address()));
    all.addAll(ApiAddresses.of(api));
    return List.copyOf(all);
  }
}
