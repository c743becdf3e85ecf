package org.capsula.server.reference;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capsula.server.http.Address;
import org.capsula.server.http.Route;
import org.capsula.server.http.jetty.Site;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of routes that belongs to the API, with what answers it.
 *
 * @param java of a resource; null where an endpoint answers
 * @param owner the resource, or the endpoint
 * @param consumes media types; none where any is taken
 */
record ApiMethod(
    Address address,
    @Nullable Method java,
    Class<?> owner,
    List<String> consumes,
    List<String> produces) {

  /** All of them, in the order of their addresses. */
  static List<ApiMethod> of(Site site) {
    Map<String, ApiMethod> found = new TreeMap<>();
    Map<String, ResourceMethod> resources = resources(site.api());
    for (Route route : site.routes()) {
      if (route.address().pattern().startsWith("/api/")) {
        found.put(
            key(route.address()),
            new ApiMethod(
                route.address(), null, route.endpoint().getClass(), List.of(), List.of()));
      }
    }
    for (Address address : site.addresses()) {
      ResourceMethod method = resources.get(key(address));
      if (method != null) {
        found.put(
            key(address),
            new ApiMethod(
                address,
                method.getInvocable().getDefinitionMethod(),
                method.getInvocable().getDefinitionMethod().getDeclaringClass(),
                method.getConsumedTypes().stream().map(Object::toString).toList(),
                method.getProducedTypes().stream().map(Object::toString).toList()));
      }
    }
    return List.copyOf(found.values());
  }

  private static String key(Address address) {
    return address.pattern() + " " + address.method();
  }

  private static Map<String, ResourceMethod> resources(ResourceConfig api) {
    List<Class<?>> types = new ArrayList<>(api.getClasses());
    api.getInstances().forEach(instance -> types.add(instance.getClass()));
    Map<String, ResourceMethod> found = new TreeMap<>();
    for (Class<?> type : types) {
      Resource resource = Resource.from(type);
      if (resource != null) {
        collect("/api", resource, found);
      }
    }
    return found;
  }

  private static void collect(String above, Resource resource, Map<String, ResourceMethod> found) {
    String path = resource.getPath() == null ? "" : resource.getPath();
    String plain = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    String pattern = (above + "/" + plain).replaceAll("/+", "/").replaceAll("/$", "");
    for (ResourceMethod method : resource.getResourceMethods()) {
      found.put(pattern + " " + method.getHttpMethod(), method);
    }
    resource.getChildResources().forEach(child -> collect(pattern, child, found));
  }

  /** What carries its annotations. */
  AnnotatedElement annotated() {
    return java == null ? owner : java;
  }

  /** The feature it belongs to. */
  String tag() {
    return owner.getSimpleName().replaceAll("Resource$", "");
  }
}
