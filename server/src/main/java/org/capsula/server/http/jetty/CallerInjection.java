package org.capsula.server.http.jetty;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.function.Supplier;
import org.capsula.server.http.Caller;
import org.glassfish.jersey.inject.hk2.AbstractBinder;

/** Lets a method of the API have {@code @Context Caller}: whom the door has let in. */
final class CallerInjection extends AbstractBinder {
  static final String ATTRIBUTE = Caller.class.getName();

  @Override
  protected void configure() {
    bindFactory(Known.class).to(Caller.class);
  }

  /** Made by Jersey for each request. */
  public static final class Known implements Supplier<Caller> {
    private final ContainerRequestContext request;

    @Inject
    public Known(ContainerRequestContext request) {
      this.request = request;
    }

    @Override
    public Caller get() {
      return request.getProperty(ATTRIBUTE) instanceof Caller known ? known : Caller.NOBODY;
    }
  }
}
