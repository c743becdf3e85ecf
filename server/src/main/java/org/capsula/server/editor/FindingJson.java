package org.capsula.server.editor;

import org.capsula.pipeline.report.Finding;
import org.capsula.server.language.FindingWords;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at, in the language of whoever asks.
 *
 * @param language of message and action
 * @param place a time code, or line and number of a subtitle; null when it concerns the whole
 */
public record FindingJson(
    String severity,
    String code,
    String language,
    String message,
    @Nullable String action,
    @Nullable String place) {

  static FindingJson of(Finding finding, FindingWords words) {
    FindingWords.Worded worded = words.of(finding);
    return new FindingJson(
        finding.severity(),
        finding.code(),
        worded.language(),
        worded.message(),
        worded.action(),
        worded.place());
  }
}
