package org.capsula.pipeline.database;

import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Text without U+0000: PostgreSQL has no place for it (postgresql.org/docs/current/
 * datatype-character.html), and SQLite should not keep what the other refuses. Nobody types it.
 */
final class TextArguments implements ArgumentFactory.Preparable {
  @Override
  public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
    return type.equals(String.class) ? Optional.of(TextArguments::text) : Optional.empty();
  }

  private static Argument text(Object value) {
    if (value == null) {
      return new NullArgument(Types.VARCHAR);
    }
    String bound = ((String) value).replace("\0", "");
    return (position, statement, context) -> statement.setString(position, bound);
  }
}
