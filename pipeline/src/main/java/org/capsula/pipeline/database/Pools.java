package org.capsula.pipeline.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Connections that are kept open.
 *
 * @param writer one: what is read before it is written must still be so
 * @param reader see the last commit and never wait for a writer
 * @param queue for db-scheduler and Quartz; may be the writer
 */
record Pools(HikariDataSource writer, HikariDataSource reader, HikariDataSource queue)
    implements AutoCloseable {
  List<HikariDataSource> all() {
    return Stream.of(writer, reader, queue).distinct().toList();
  }

  @Override
  public void close() {
    all().forEach(HikariDataSource::close);
  }
}
