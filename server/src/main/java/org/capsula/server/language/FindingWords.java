package org.capsula.server.language;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.report.Finding;
import org.jspecify.annotations.Nullable;

/** Says in a page's language what was found in a film or a text track, and what can be done. */
public final class FindingWords {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** As reports write lengths in words. */
  private static final Pattern LENGTH = Pattern.compile("(-?\\d+(?:\\.\\d+)?) s");

  private final Messages messages;

  private FindingWords(Messages messages) {
    this.messages = messages;
  }

  public static FindingWords of(PageLanguage language) {
    return new FindingWords(Messages.of(language));
  }

  /**
   * A finding as people read it.
   *
   * @param language of message and action, BCP 47: English where an older program stored the
   *     finding without what its words are filled with
   * @param action what was done or can be done; null when there is nothing to do
   * @param place a time code, or line and number of a subtitle; null when it concerns the whole
   */
  public record Worded(
      String language, String message, @Nullable String action, @Nullable String place) {}

  public Worded of(Finding finding) {
    Map<String, Object> arguments = finding.arguments();
    Optional<String> message = message(finding.code(), arguments == null ? Map.of() : arguments);
    String place = place(finding);
    if (message.isEmpty()) {
      return new Worded("en", finding.message(), finding.action(), place);
    }
    return new Worded(
        messages.language().tag(), message.get(), action(finding.code()).orElse(null), place);
  }

  /**
   * @param severity {@code note}, {@code warning} or {@code error}
   */
  public String severity(String severity) {
    return messages.text("findings.severity." + severity);
  }

  /**
   * Why a production has no result.
   *
   * @param code of a refusal, or of a failure of the machine
   * @param english the sentence that was stored, for a code without words
   */
  public Worded reason(String code, String english) {
    return message(code, Map.of())
        .map(words -> new Worded(messages.language().tag(), words, action(code).orElse(null), null))
        .orElseGet(() -> new Worded("en", english, null, null));
  }

  /** Empty without words, and where they would be left with a gap. */
  private Optional<String> message(String code, Map<String, Object> arguments) {
    Object kind = arguments.get("kind");
    return (kind == null ? Optional.<String>empty() : words(code + "." + kind))
        .or(() -> words(code))
        .flatMap(words -> filled(words, arguments));
  }

  private Optional<String> action(String code) {
    return words(code + ".action");
  }

  private Optional<String> words(String key) {
    return messages.find("findings." + key);
  }

  private Optional<String> filled(String words, Map<String, Object> arguments) {
    if (!PLACE.matcher(words).results().allMatch(place -> arguments.containsKey(place.group(1)))) {
      return Optional.empty();
    }
    return Optional.of(
        PLACE
            .matcher(words)
            .replaceAll(place -> Matcher.quoteReplacement(shown(arguments.get(place.group(1))))));
  }

  private String shown(@Nullable Object value) {
    if (value instanceof Number number) {
      return number(number);
    }
    String text = String.valueOf(value);
    Matcher length = LENGTH.matcher(text);
    return length.matches() ? number(Double.valueOf(length.group(1))) + "\u00a0s" : text;
  }

  private String number(Number number) {
    return NumberFormat.getInstance(messages.language().locale()).format(number);
  }

  /** Where in the film, else where in the file. */
  private @Nullable String place(Finding finding) {
    Double start = finding.startSeconds();
    Double end = finding.endSeconds();
    if (start != null) {
      return end == null ? clock(start) : clock(start) + "–" + clock(end);
    }
    List<String> parts = new ArrayList<>();
    if (finding.cue() != null) {
      parts.add(messages.text("findings.place.cue", finding.cue()));
    }
    if (finding.line() != null) {
      parts.add(messages.text("findings.place.line", finding.line()));
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  private static String clock(double seconds) {
    return Formats.clock(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
