package org.capsula.server.http;

/** Where an endpoint stands. HEAD is answered by the endpoint of GET unless it has its own. */
public record Route(Address address, Endpoint endpoint) {

  /** For everybody. */
  public static Route open(String pattern, Endpoint endpoint) {
    return get(pattern, Access.PUBLIC, endpoint);
  }

  public static Route get(String pattern, Access access, Endpoint endpoint) {
    return of(Method.GET, pattern, access, endpoint);
  }

  public static Route post(String pattern, Access access, Endpoint endpoint) {
    return of(Method.POST, pattern, access, endpoint);
  }

  public static Route of(Method method, String pattern, Access access, Endpoint endpoint) {
    return new Route(new Address(method, pattern, access), endpoint);
  }
}
