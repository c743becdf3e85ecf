package org.capsula.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.PoolUse;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.upkeep.Disk;
import org.capsula.pipeline.upkeep.DiskUse;

/** What is asked of the library when somebody looks: productions, disk, database. */
final class LibraryMetrics {
  private final MeterRegistry registry;

  private LibraryMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  static void bind(MeterRegistry registry, Library library, Disk disk) {
    LibraryMetrics metrics = new LibraryMetrics(registry);
    metrics.productions(library.database());
    metrics.connections(library.database());
    metrics.disk(disk);
  }

  private void productions(Database database) {
    for (State state : State.values()) {
      gauge(
              "capsula.productions",
              () -> database.look(session -> new ProductionStore(session).count(state)))
          .description("Productions by state; the queued ones are the length of the queue.")
          .tag("state", state.word())
          .register(registry);
    }
    gauge("capsula.decoder.processes", LibraryMetrics::decoders)
        .description("Decoder processes that are running.")
        .register(registry);
  }

  /** What the program has for a moment in order to start one is none. */
  private static long decoders() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(path -> path.endsWith("java")).isPresent())
        .count();
  }

  private void connections(Database database) {
    for (PoolUse pool : database.pools()) {
      connections(database, pool.pool(), "active", PoolUse::active);
      connections(database, pool.pool(), "idle", PoolUse::idle);
      connections(database, pool.pool(), "waiting", PoolUse::waiting);
    }
  }

  private void connections(
      Database database, String pool, String state, ToLongFunction<PoolUse> figure) {
    gauge(
            "capsula.database.connections",
            () ->
                database.pools().stream()
                    .filter(each -> each.pool().equals(pool))
                    .mapToLong(figure)
                    .sum())
        .description("Connections to the database, and threads that wait for one.")
        .tags("pool", pool, "state", state)
        .register(registry);
  }

  private void disk(Disk disk) {
    gauge("capsula.disk.free", disk::freeBytes)
        .description("What this program may still write to the library’s disk.")
        .baseUnit("bytes")
        .register(registry);
    gauge("capsula.disk.size", disk::totalBytes)
        .description("The library’s disk, whoever uses it.")
        .baseUnit("bytes")
        .register(registry);
    library(disk, "footage", DiskUse::footage);
    library(disk, "editions", DiskUse::editions);
    library(disk, "texts", DiskUse::texts);
    library(disk, "unused", DiskUse::unused);
    library(disk, "downloads", DiskUse::downloads);
    library(disk, "under-way", DiskUse::underWay);
    library(disk, "data", DiskUse::data);
  }

  private void library(Disk disk, String kind, ToLongFunction<DiskUse> bytes) {
    gauge("capsula.library", () -> disk.lastUse().map(bytes::applyAsLong).orElse(null))
        .description("What the library takes, as last measured by its chore.")
        .baseUnit("bytes")
        .tag("kind", kind)
        .register(registry);
  }

  /** An unknown figure is NaN. Held fast: micrometer keeps what it asks by weak references. */
  private static Gauge.Builder<Supplier<Number>> gauge(String name, Supplier<Number> figure) {
    return Gauge.builder(name, figure).strongReference(true);
  }
}
