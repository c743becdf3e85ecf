package org.capsula.media;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at in the footage. It carries no wording: {@link Code} lists every
 * code with its arguments.
 *
 * @param code stable, kebab-case: a {@link Code#word()}
 * @param start where in the footage it begins; null when it concerns the whole
 * @param end where it ends; null when unknown or the whole
 * @param arguments by name: text or numbers
 */
public record Finding(
    Severity severity,
    String code,
    @Nullable Duration start,
    @Nullable Duration end,
    Map<String, Object> arguments) {

  public Finding {
    arguments = Map.copyOf(arguments);
  }

  public static Finding of(Code code) {
    return new Finding(code.severity(), code.word(), null, null, Map.of());
  }

  public Finding with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(arguments);
    more.put(name, value);
    return new Finding(severity, code, start, end, more);
  }

  public Finding between(@Nullable Duration from, @Nullable Duration to) {
    return new Finding(severity, code, from, to, arguments);
  }

  /** The same, of other weight than its code has alone. */
  public Finding as(Severity other) {
    return new Finding(other, code, start, end, arguments);
  }
}
