package org.capsula.pipeline.database;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Points in time and lengths are whole milliseconds in the database. */
final class MillisecondArguments implements ArgumentFactory {
  @Override
  public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
    if (value instanceof Instant instant) {
      return millis(instant.toEpochMilli());
    }
    if (value instanceof Duration duration) {
      return millis(duration.toMillis());
    }
    return Optional.empty();
  }

  private static Optional<Argument> millis(long millis) {
    return Optional.of((position, statement, context) -> statement.setLong(position, millis));
  }
}
