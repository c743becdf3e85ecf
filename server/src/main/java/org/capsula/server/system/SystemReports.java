package org.capsula.server.system;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.schedule.ChoreRun;
import org.capsula.pipeline.upkeep.DiskForecast;
import org.capsula.pipeline.upkeep.DiskUse;
import org.capsula.pipeline.upkeep.Unused;
import org.capsula.server.system.SystemReport.ChoreReport;
import org.capsula.server.system.SystemReport.DiskReport;
import org.capsula.server.system.SystemReport.LibraryBytes;
import org.capsula.server.system.SystemReport.ProductionsReport;
import org.capsula.server.system.SystemReport.UnusedReport;
import org.jspecify.annotations.Nullable;

/** Looks how everything is. */
public final class SystemReports {
  private final Library library;
  private final Operations operations;

  public SystemReports(Library library, Operations operations) {
    this.library = library;
    this.operations = operations;
  }

  SystemReport now() throws IOException {
    return new SystemReport(
        Version.CURRENT,
        Runtime.version().toString(),
        library.folder().toString(),
        disk(operations.disk().forecast()),
        operations.pruning().planned().stream().map(SystemReports::unused).toList(),
        productions(),
        operations.chores().runs().stream().map(SystemReports::chore).toList());
  }

  private ProductionsReport productions() {
    return library
        .database()
        .look(
            session -> {
              ProductionStore store = new ProductionStore(session);
              return new ProductionsReport(
                  store.count(State.QUEUED), store.count(State.RUNNING), store.count(State.FAILED));
            });
  }

  private static DiskReport disk(DiskForecast forecast) {
    DiskUse use = forecast.use();
    return new DiskReport(
        forecast.freeBytes(),
        forecast.totalBytes(),
        new LibraryBytes(
            use.footage(),
            use.editions(),
            use.texts(),
            use.unused(),
            use.downloads(),
            use.underWay(),
            use.data()),
        forecast.bytesAWeek(),
        forecast.weeksLeft(),
        forecast.level().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static UnusedReport unused(Unused unused) {
    return new UnusedReport(
        unused.kind().word(),
        unused.name(),
        unused.bytes(),
        unused.slug(),
        unused.since().toString(),
        unused.goesAt().toString());
  }

  private static ChoreReport chore(ChoreRun run) {
    return new ChoreReport(
        run.chore().name(),
        run.chore().every().toSeconds(),
        text(run.startedAt()),
        text(run.endedAt()),
        run.failure());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
