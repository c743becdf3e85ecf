package org.capsula.server.http.jetty;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.EncodingFilter;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey under {@code /api}. */
final class ApiMount {
  private ApiMount() {}

  static ServletContextHandler of(ResourceConfig api, JettyErrors errors) {
    ResourceConfig complete =
        new ResourceConfig(api)
            .register(new CallerInjection())
            .register(ProblemMapper.class)
            .register(ContentNeeded.class)
            .register(ContentReading.class)
            // Its own answers to what is no JSON are neither problem documents nor for strangers.
            .register(JacksonFeature.withoutExceptionMappers())
            .register(UnstoredByDefault.class)
            .register(PlainEvents.class)
            // A description in XML of what our documentation describes, and a warning without JAXB.
            .property(ServerProperties.WADL_FEATURE_DISABLE, true);
    EncodingFilter.enableFor(complete, GZipEncoder.class);
    // It takes a resource that is an object for a provider that provides nothing, and says so.
    Logger.getLogger("org.glassfish.jersey.internal.inject.Providers").setLevel(Level.SEVERE);
    ServletHolder jersey = new ServletHolder("api", new ServletContainer(complete));
    // Else the first request pays for Jersey's start, and that is seconds.
    jersey.setInitOrder(1);
    // For events, whose answers never end.
    jersey.setAsyncSupported(true);
    ServletContextHandler context = new ServletContextHandler("/api");
    // Else /api is sent to /api/.
    context.setAllowNullPathInContext(true);
    // Jersey leaves a refusal without an entity to it.
    context.setErrorHandler(errors);
    context.addServlet(jersey, "/*");
    return context;
  }
}
