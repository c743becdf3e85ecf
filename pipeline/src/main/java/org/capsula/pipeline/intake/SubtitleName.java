package org.capsula.pipeline.intake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capsula.subtitles.LanguageTag;
import org.capsula.subtitles.Role;

/**
 * What the name of a subtitle file says: {@code <stem>.<language>[.<role>].<ext>}.
 *
 * @param stem of the footage it belongs to; empty when the name has none
 * @param language BCP 47, normalised; empty when the name has none that is known
 * @param written what stands where a language should; for messages
 */
public record SubtitleName(String stem, Optional<String> language, Role role, String written) {

  public static SubtitleName of(Path file) {
    List<String> parts = Arrays.asList(file.getFileName().toString().split("\\.", -1));
    List<String> words = parts.subList(0, Math.max(1, parts.size() - 1));
    String last = words.get(words.size() - 1);
    Optional<Role> role = words.size() > 1 ? Role.ofWord(last) : Optional.empty();
    if (role.isPresent()) {
      words = words.subList(0, words.size() - 1);
      last = words.get(words.size() - 1);
    }
    Optional<String> language = LanguageTag.normalise(last);
    List<String> stem = language.isPresent() ? words.subList(0, words.size() - 1) : words;
    return new SubtitleName(String.join(".", stem), language, role.orElse(Role.SUBTITLES), last);
  }
}
