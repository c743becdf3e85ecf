package org.capsula.server.http.jetty;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request without content, or with the content {@code null}, for a method of the API
 * whose content is not marked {@code @Nullable}: Jersey would hand it null.
 */
public final class ContentNeeded implements ContainerRequestFilter, ReaderInterceptor {
  @Context private @Nullable ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.hasEntity() && isNeeded()) {
      throw missing();
    }
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object content = context.proceed();
    if (content == null && isNeeded()) {
      throw missing();
    }
    return content;
  }

  private static ProblemException missing() {
    return new ProblemException(Problem.INVALID, "The request has no content; send some.");
  }

  private boolean isNeeded() {
    Method method = resource == null ? null : resource.getResourceMethod();
    if (method == null) {
      return false;
    }
    // The one parameter that is not said to come from elsewhere is the content.
    for (int i = 0; i < method.getParameterCount(); i++) {
      if (method.getParameterAnnotations()[i].length == 0) {
        return method.getParameterTypes()[i] != InputStream.class
            && !method.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class);
      }
    }
    return false;
  }
}
