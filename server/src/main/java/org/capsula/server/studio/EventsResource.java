package org.capsula.server.studio;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Summary;
import org.capsula.server.language.LanguageChoice;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/events}: what is going on, as server-sent events (WHATWG HTML §9.2). */
@Path("/studio/events")
public final class EventsResource {
  /** After which a client whose stream has ended asks anew. */
  private static final long RETRY_MILLIS = 3_000;

  private final Streams streams;

  public EventsResource(Streams streams) {
    this.streams = streams;
  }

  /**
   * {@code state} events carry all productions that are under way, so where a stream was broken off
   * ({@code Last-Event-ID}) makes no difference; {@code end} comes where the session has ended,
   * {@code full} where newer pages of the same account listen.
   *
   * @param lang of the words in the events, where it is not the browser's first
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Allowed(Access.STUDIO)
  @Summary("Server-sent events of all productions that are under way.")
  public void events(
      @QueryParam("lang") @Nullable String lang,
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context Caller caller,
      @Context HttpHeaders headers) {
    StudioWords words =
        new StudioWords(
            LanguageChoice.of(lang, headers.getHeaderString("Accept-Language")).language());
    streams.begin(caller, words, new SseSink(sink, sse));
  }

  /** RFC 9110 §9.3.2. Made of GET, it would open a stream that nobody reads. */
  @HEAD
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Allowed(Access.STUDIO)
  @Summary("The fields of the stream, without its events.")
  public Response fields() {
    return Response.ok().build();
  }

  /** Waits for each event to be on its way: a client that does not read holds up its own alone. */
  private record SseSink(SseEventSink sink, Sse sse) implements Streams.Sink {
    @Override
    public void event(String name, String id, String data) throws Exception {
      OutboundSseEvent.Builder event = sse.newEventBuilder().name(name).data(data);
      if (!id.isEmpty()) {
        event.id(id);
      }
      send(event.reconnectDelay(RETRY_MILLIS).build());
    }

    @Override
    public void heartbeat() throws Exception {
      send(sse.newEventBuilder().comment("").build());
    }

    private void send(OutboundSseEvent event) throws Exception {
      sink.send(event).toCompletableFuture().get();
    }

    @Override
    public boolean isOver() {
      return sink.isClosed();
    }

    @Override
    public void end() throws IOException {
      sink.close();
    }
  }
}
