package org.capsula.server.http.jetty;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capsula.pipeline.json.Json;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;

/** A problem document (RFC 9457). */
final class ProblemDocument {
  private ProblemDocument() {}

  static String of(Problem problem) {
    return Json.compact(members(problem));
  }

  static String of(ProblemException failure) {
    Map<String, Object> members = members(failure.problem());
    if (failure.detail() != null) {
      members.put("detail", failure.detail());
    }
    failure.members().forEach(members::putIfAbsent);
    return Json.compact(members);
  }

  private static Map<String, Object> members(Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "/problems/" + problem.code());
    members.put("title", problem.sentence());
    members.put("status", problem.status());
    return members;
  }
}
