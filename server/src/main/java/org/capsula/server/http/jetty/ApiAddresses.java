package org.capsula.server.http.jetty;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.capsula.server.http.Address;
import org.capsula.server.http.Allowed;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** The rows of the table of routes that Jersey answers. */
final class ApiAddresses {
  private ApiAddresses() {}

  static List<Address> of(ResourceConfig api) {
    Set<Class<?>> types = new LinkedHashSet<>(api.getClasses());
    api.getInstances().forEach(instance -> types.add(instance.getClass()));
    List<Address> addresses = new ArrayList<>();
    for (Class<?> type : types) {
      Optional.ofNullable(Resource.from(type))
          .ifPresent(resource -> add("/api", resource, addresses));
    }
    return addresses;
  }

  private static void add(String above, Resource resource, List<Address> addresses) {
    String pattern = (above + "/" + path(resource)).replaceAll("/+", "/").replaceAll("/$", "");
    for (ResourceMethod method : resource.getResourceMethods()) {
      addresses.add(address(pattern, method));
    }
    resource.getChildResources().forEach(child -> add(pattern, child, addresses));
  }

  /** Without the expressions that a variable may have, in which a count has braces of its own. */
  private static String path(Resource resource) {
    String path = resource.getPath() == null ? "" : resource.getPath();
    return path.replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
  }

  /**
   * @throws IllegalStateException for a method that does not say who may call it
   */
  private static Address address(String pattern, ResourceMethod method) {
    Method java = method.getInvocable().getDefinitionMethod();
    Allowed allowed = java.getAnnotation(Allowed.class);
    if (allowed == null) {
      throw new IllegalStateException(java + " does not say who may call it");
    }
    return new Address(
        org.capsula.server.http.Method.of(method.getHttpMethod())
            .orElseThrow(() -> new IllegalStateException(java + ": " + method.getHttpMethod())),
        pattern,
        allowed.value());
  }
}
