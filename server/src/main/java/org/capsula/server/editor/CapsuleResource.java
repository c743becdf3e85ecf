package org.capsula.server.editor;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.capsula.pipeline.editing.RefusedEditException;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.language.FindingWords;
import org.capsula.server.language.LanguageChoice;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one capsule in the studio. A change is answered with the capsule as it is then.
 */
final class CapsuleResource {
  private final EditorStates states;

  CapsuleResource(EditorStates states) {
    this.states = states;
  }

  interface Edit {
    void make() throws RefusedEditException, IOException;
  }

  /** Makes it, or says why not. */
  Response after(String capsuleId, HttpHeaders headers, Edit edit) throws IOException {
    try {
      edit.make();
    } catch (RefusedEditException e) {
      throw Refusals.of(e);
    }
    return answer(capsuleId, headers);
  }

  /**
   * @param headers say in which language findings are worded
   */
  Response answer(String capsuleId, HttpHeaders headers) {
    String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    FindingWords words = FindingWords.of(LanguageChoice.of(null, accepted).language());
    EditorState state =
        states.of(capsuleId, words).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    return Response.ok(state).tag(Long.toString(state.version())).build();
  }

  /** A file as it came, to be saved and never to be run. */
  static Response file(Path file, String mediaType, String name) {
    return Response.ok(file.toFile(), mediaType)
        .header("Content-Security-Policy", "sandbox")
        .header("Content-Disposition", attachment(name))
        .build();
  }

  /** Content-Disposition of a file that is saved, its name twice (RFC 6266, RFC 8187). */
  private static String attachment(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
    String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
  }

  /** The one tag of If-Match (RFC 9110 §13.1.1), without its quotes; empty where there is none. */
  static String seen(@Nullable String ifMatch) {
    return ifMatch == null ? "" : ifMatch.strip().replaceAll("^\"|\"$", "");
  }
}
