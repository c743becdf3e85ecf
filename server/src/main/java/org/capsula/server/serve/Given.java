package org.capsula.server.serve;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses an option that is given and says nothing, as a script with an unset variable does. */
final class Given {
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

  private static String given(String value, String otherwise) {
    if (value.isBlank()) {
      throw new TypeConversionException("it is empty; " + otherwise);
    }
    return value;
  }
}
