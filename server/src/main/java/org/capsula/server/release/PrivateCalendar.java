package org.capsula.server.release;

import java.io.IOException;
import org.capsula.pipeline.account.entry.CalendarFeeds;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.server.http.Access;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/** {@code /calendar/{secret}}: the schedule for a calendar, which cannot sign in. */
public final class PrivateCalendar implements Endpoint {
  private final CalendarFeeds feeds;
  private final Endpoint calendar;

  /**
   * @param calendar what those get who may see the schedule
   */
  public PrivateCalendar(CalendarFeeds feeds, Endpoint calendar) {
    this.feeds = feeds;
    this.calendar = calendar;
  }

  @Override
  public Response answer(Request request) throws IOException {
    boolean known =
        feeds
            .owner(new Secret(request.variable("secret")))
            .filter(account -> Access.STUDIO.permits(account.role()))
            .isPresent();
    return known ? calendar.answer(request) : Response.error(404);
  }
}
