package org.capsula.pipeline.catalog.release;

/** What it means that required subtitles are there, in SQL: for every store that asks for it. */
public final class RequiredSubtitles {
  /** Of the row {@code l} of required_language: there are some, and somebody has looked enough. */
  public static final String ARE_THERE =
      """
      EXISTS (
        SELECT 1 FROM track t
        LEFT JOIN track_review v ON v.track_id = t.id AND v.source = t.source_sha256
          AND v.charset = t.charset AND v.language = t.language
        WHERE t.capsule_id = l.capsule_id AND t.language = l.language
          AND t.role IN ('subtitles', 'captions')
          AND (l.review = 'draft' OR v.state = 'approved' OR v.state = l.review))
      """;

  private RequiredSubtitles() {}
}
