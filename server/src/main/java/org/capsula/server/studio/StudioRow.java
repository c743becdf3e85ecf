package org.capsula.server.studio;

import java.time.Duration;
import java.util.List;
import org.capsula.pipeline.studio.StudioState;
import org.capsula.server.language.FindingWords.Worded;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/**
 * A capsule as a row of the page.
 *
 * @param length null before the first production is done
 * @param poster its address; null where there is no picture
 * @param work what is going on; null where nothing is
 * @param outcome how the newest production stands: a word of its state; empty where there was none
 * @param trouble why the newest production has no result; null where it has one, or may get one
 * @param facts short sentences beside the state: when it opens, what it lacks
 * @param languages of its subtitles, in words; empty without
 * @param findings the worst first, and no more than a row can bear
 * @param foundMore how many are left out
 * @param actions what can be done to it as it stands
 */
public record StudioRow(
    String id,
    String slug,
    Text title,
    String footageName,
    @Nullable Duration length,
    @Nullable String poster,
    StudioState state,
    @Nullable Work work,
    String outcome,
    @Nullable Trouble trouble,
    List<String> facts,
    String languages,
    Counts counts,
    List<FindingLine> findings,
    int foundMore,
    Actions actions) {
  public StudioRow {
    facts = List.copyOf(facts);
    findings = List.copyOf(findings);
  }

  /** How much the badge should catch the eye: a class of the style sheet, or nothing. */
  public String tone() {
    return switch (state) {
      case OPEN -> "good";
      case HELD, WAITING -> "warn";
      case FAILED -> "bad";
      default -> "";
    };
  }

  /**
   * A production that has not ended.
   *
   * @param doing its step or its place in the queue
   * @param left how long it will take
   */
  public record Work(String productionId, int percent, String doing, String left) {}

  /**
   * @param detail what was stored, in English, where it says more than the words; else null
   */
  public record Trouble(Worded words, @Nullable String detail) {}

  /**
   * @param words of how many there are, worst first; empty where nothing was found
   * @param tone of the worst
   */
  public record Counts(String words, String tone) {}

  /**
   * @param severity {@code note}, {@code warning} or {@code error}
   * @param where the film, or the language of the text track
   * @param address where it can be mended; null for the film
   */
  public record FindingLine(
      String severity,
      String severityWords,
      String where,
      Worded words,
      @Nullable String address) {}

  /**
   * @param retry its production can be queued again
   * @param cancel its production can be stopped
   * @param release its film is held, and somebody may let it be shown
   */
  public record Actions(boolean retry, boolean cancel, boolean release) {}
}
