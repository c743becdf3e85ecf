package org.capsula.pipeline.database;

import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Points in time and lengths are whole milliseconds in the database. Preparable, because jdbi's own
 * for times is: those are asked first.
 */
final class MillisecondArguments implements ArgumentFactory.Preparable {
  @Override
  public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
    if (type.equals(Instant.class)) {
      return Optional.of(value -> millis(value, at -> ((Instant) at).toEpochMilli()));
    }
    if (type.equals(Duration.class)) {
      return Optional.of(value -> millis(value, length -> ((Duration) length).toMillis()));
    }
    return Optional.empty();
  }

  private static Argument millis(Object value, Function<Object, Long> millis) {
    if (value == null) {
      return new NullArgument(Types.BIGINT);
    }
    long bound = millis.apply(value);
    return (position, statement, context) -> statement.setLong(position, bound);
  }
}
