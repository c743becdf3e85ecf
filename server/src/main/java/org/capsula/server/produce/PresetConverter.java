package org.capsula.server.produce;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.capsula.media.transcode.Preset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a preset's name as the help writes it; picocli's own message shows Java's constants. */
final class PresetConverter implements ITypeConverter<Preset> {
  @Override
  public Preset convert(String value) {
    return Arrays.stream(Preset.values())
        .filter(preset -> preset.toString().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("“" + value + "” is none of " + names()));
  }

  private static String names() {
    return Arrays.stream(Preset.values()).map(Preset::toString).collect(Collectors.joining(", "));
  }
}
