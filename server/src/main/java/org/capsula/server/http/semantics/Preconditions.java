package org.capsula.server.http.semantics;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditional GET and HEAD (RFC 9110 §13), for a representation that exists. */
public final class Preconditions {
  /** What is to be done about the request. */
  public enum Verdict {
    PERFORM,
    /** 304 */
    NOT_MODIFIED,
    /** 412 */
    FAILED
  }

  private Preconditions() {}

  /** In the order of §13.2.2, whose numbers stand beside the lines. */
  public static Verdict judge(Map<String, String> fields, Validators current) {
    String ifMatch = fields.get("If-Match");
    String ifUnmodifiedSince = fields.get("If-Unmodified-Since");
    if (ifMatch != null) { // 1
      if (!current.matchStrongly(ifMatch)) {
        return Verdict.FAILED;
      }
    } else if (ifUnmodifiedSince != null && current.changedSince(ifUnmodifiedSince)) { // 2
      return Verdict.FAILED;
    }
    String ifNoneMatch = fields.get("If-None-Match");
    String ifModifiedSince = fields.get("If-Modified-Since");
    if (ifNoneMatch != null) { // 3
      return current.matchWeakly(ifNoneMatch) ? Verdict.NOT_MODIFIED : Verdict.PERFORM;
    }
    boolean known = ifModifiedSince != null && current.unchangedSince(ifModifiedSince); // 4
    return known ? Verdict.NOT_MODIFIED : Verdict.PERFORM;
  }

  /**
   * Whether a part may be sent (step 5): without If-Range, or when it names what is there now.
   * Whoever holds a part of something else gets all (§13.1.5).
   */
  public static boolean partIsWelcome(Map<String, String> fields, Validators current) {
    String ifRange = fields.get("If-Range");
    return ifRange == null
        || sameTag(ifRange.strip(), current.tag())
        || HttpDate.parse(ifRange).filter(date -> date.equals(current.lastModified())).isPresent();
  }

  private static boolean sameTag(String ifRange, @Nullable EntityTag current) {
    List<EntityTag> theirs = EntityTag.list(ifRange);
    return current != null && theirs.size() == 1 && theirs.get(0).matchesStrongly(current);
  }
}
