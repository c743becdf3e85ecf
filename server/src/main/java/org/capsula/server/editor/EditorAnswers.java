package org.capsula.server.editor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.language.FindingWords;
import org.capsula.server.language.LanguageChoice;
import org.jspecify.annotations.Nullable;

/** What every change is answered with: the capsule as it is after it. */
final class EditorAnswers {
  private final EditorStates states;

  EditorAnswers(EditorStates states) {
    this.states = states;
  }

  /**
   * @param acceptLanguage in which findings are worded
   */
  EditorState state(String capsuleId, @Nullable String acceptLanguage) {
    FindingWords words = FindingWords.of(LanguageChoice.of(null, acceptLanguage).language());
    return states.of(capsuleId, words).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }

  /** Content-Disposition of a file that is saved, its name twice (RFC 6266, RFC 8187). */
  static String attachment(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
    String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
  }

  /** The one tag of If-Match (RFC 9110 §13.1.1), without its quotes; empty where there is none. */
  static String seen(@Nullable String ifMatch) {
    return ifMatch == null ? "" : ifMatch.strip().replaceAll("^\"|\"$", "");
  }
}
