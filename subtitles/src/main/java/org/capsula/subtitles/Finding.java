package org.capsula.subtitles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at in a subtitle file. It carries no wording: {@link Code} lists
 * every code with its arguments.
 *
 * @param code stable and kebab-case: a {@link Code#word()}
 * @param line of the decoded file, from 1; null when the finding is about the whole file
 * @param cue the position in {@link Parsed#cues()}, from 1; null when it belongs to no cue there
 * @param arguments by name, in the order of {@link Code}: String, Integer or java.time.Duration
 */
public record Finding(
    Severity severity,
    String code,
    @Nullable Integer line,
    @Nullable Integer cue,
    Map<String, Object> arguments) {

  public Finding {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  public static Finding of(Code code) {
    return new Finding(code.severity(), code.word(), null, null, Map.of());
  }

  public Finding atLine(int line) {
    return new Finding(severity, code, line, cue, arguments);
  }

  public Finding atCue(int cue) {
    return new Finding(severity, code, line, cue, arguments);
  }

  public Finding with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(arguments);
    more.put(name, value);
    return new Finding(severity, code, line, cue, more);
  }
}
