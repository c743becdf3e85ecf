package org.capsula.server.serve;

import java.nio.file.Path;
import org.capsula.pipeline.database.Engine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses an option that is given and says nothing, as a script with an unset variable does. */
final class Given {
  private static final String EXAMPLE = "give one like jdbc:postgresql://localhost/capsula";

  private Given() {}

  static final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      return Path.of(given(value, "name a folder"));
    }
  }

  static final class Word implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return given(value, "name an address, like 127.0.0.1");
    }
  }

  static final class Database implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String value) {
      String url = given(value, EXAMPLE);
      try {
        return Engine.postgresql(url, System.getenv());
      } catch (IllegalArgumentException e) {
        // Its text stays unsaid: there may be a password in it.
        throw new TypeConversionException("it is no address of a PostgreSQL database; " + EXAMPLE);
      }
    }
  }

  private static String given(String value, String otherwise) {
    if (value.isBlank()) {
      throw new TypeConversionException("it is empty; " + otherwise);
    }
    return value;
  }
}
