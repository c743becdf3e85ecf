package org.capsula.server.system;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.viewer.Pages;

/** {@code /system}: how the machine and the library are, for whoever looks after them. */
public final class SystemPage implements Endpoint {
  private final SystemReports reports;
  private final Pages pages;
  private final ZoneId zone;

  /**
   * @param zone in which times are shown: the machine's own is that of who looks after it
   */
  public SystemPage(SystemReports reports, Pages pages, ZoneId zone) {
    this.reports = reports;
    this.pages = pages;
    this.zone = zone;
  }

  @Override
  public Response answer(Request request) throws IOException {
    SystemView view = new SystemView(reports.now(), zone);
    return pages.render(request, "system/system.jte", Map.of("view", view));
  }
}
