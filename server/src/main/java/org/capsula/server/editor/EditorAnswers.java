package org.capsula.server.editor;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.language.FindingWords;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/** What every change is answered with: the capsule as it is after it. */
final class EditorAnswers {
  private final EditorStates states;

  EditorAnswers(EditorStates states) {
    this.states = states;
  }

  /**
   * @param headers say in which language findings are worded
   */
  Response state(String capsuleId, HttpHeaders headers) {
    PageLanguage language =
        LanguageChoice.of(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)).language();
    EditorState state =
        states
            .of(capsuleId, FindingWords.of(language))
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    return Response.ok(state).tag(new EntityTag(Long.toString(state.version()))).build();
  }

  /** A file that nobody may run in the studio's name, whatever is in it. */
  static Response file(Path file, String type, String name) {
    String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
    String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(file.toFile(), type)
        .header("Content-Security-Policy", "sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact)
        .build();
  }

  /** The one tag of If-Match (RFC 9110 §13.1.1), without its quotes; empty where there is none. */
  static String seen(@Nullable String ifMatch) {
    return ifMatch == null ? "" : ifMatch.strip().replaceAll("^\"|\"$", "");
  }
}
