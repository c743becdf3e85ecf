package org.capsula.server.user;

import org.capsula.pipeline.account.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a role by its word. */
final class RoleConverter implements ITypeConverter<Role> {
  @Override
  public Role convert(String value) {
    return Role.of(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "“" + value + "” is no role; give viewer, media, trainer or admin"));
  }
}
