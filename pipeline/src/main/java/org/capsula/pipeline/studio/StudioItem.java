package org.capsula.pipeline.studio;

import java.util.List;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.production.Production;
import org.jspecify.annotations.Nullable;

/**
 * A capsule with all that the list says of it.
 *
 * @param languages of its subtitles, BCP 47
 * @param missingLanguages that it must have before it opens
 * @param production the newest; null where there was none
 * @param outlook of that production; null where it has ended
 * @param findings of the film that is shown and of all text tracks; the worst first
 */
public record StudioItem(
    StudioCapsule capsule,
    StudioState state,
    CapsuleTexts texts,
    List<String> languages,
    List<String> missingLanguages,
    @Nullable Production production,
    @Nullable Outlook outlook,
    List<StudioFinding> findings) {
  public StudioItem {
    languages = List.copyOf(languages);
    missingLanguages = List.copyOf(missingLanguages);
    findings = List.copyOf(findings);
  }

  /**
   * @param severity {@code note}, {@code warning} or {@code error}
   */
  public long count(String severity) {
    return findings.stream().filter(each -> each.finding().severity().equals(severity)).count();
  }

  /** Whether a production that somebody can wait for is queued or running. */
  public boolean isInWork() {
    return production != null && !production.state().isEnd();
  }
}
