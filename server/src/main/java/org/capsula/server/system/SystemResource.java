package org.capsula.server.system;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Summary;

/** {@code /api/system}: how the machine and the library are. */
@Path("/system")
@Produces(MediaType.APPLICATION_JSON)
public final class SystemResource {
  private final SystemReports reports;

  public SystemResource(SystemReports reports) {
    this.reports = reports;
  }

  @GET
  @Allowed(Access.ADMIN)
  @Summary("How the machine and the library are: disk, what will be removed, productions, chores.")
  public SystemReport report() throws IOException {
    return reports.now();
  }
}
