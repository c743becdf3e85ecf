package org.capsula.server.http.jetty;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Server-sent events travel as they are: whatever packs them would hold them back to pack more. */
@PreMatching
public final class PlainEvents implements ContainerRequestFilter, ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    boolean events =
        request.getAcceptableMediaTypes().stream()
            .anyMatch(MediaType.SERVER_SENT_EVENTS_TYPE::equals);
    if (events) {
      request.getHeaders().remove(HttpHeaders.ACCEPT_ENCODING);
    }
  }

  /** nginx, too: it has a header of its own for this. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (type != null && type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE)) {
      response.getHeaders().putSingle("X-Accel-Buffering", "no");
    }
  }
}
