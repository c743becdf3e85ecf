package org.capsula.server.studio;

import java.time.Duration;
import java.time.Instant;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.studio.Outlook;
import org.capsula.server.language.FindingWords;
import org.jspecify.annotations.Nullable;

/**
 * A production as the API and the events give it. An unknown value is null.
 *
 * @param state queued, running, done, failed, cancelled
 * @param step inspecting, transcoding, packaging
 * @param percent of the whole, from 0 to 100
 * @param place in the queue, from 1; null where it does not wait
 * @param secondsLeft until it is done, roughly
 * @param doing what it is at, in words; null where it has ended
 * @param left how long it will take, in words; null where it has ended
 * @param reason why it failed or waits for another attempt: its code
 * @param message the same in words
 * @param action what can be done about it, in words
 */
record ProductionJson(
    String id,
    String capsule,
    String state,
    @Nullable String step,
    int percent,
    int attempts,
    @Nullable Integer place,
    @Nullable Long secondsLeft,
    @Nullable String doing,
    @Nullable String left,
    @Nullable String reason,
    @Nullable String message,
    @Nullable String action,
    String queuedAt,
    @Nullable String startedAt,
    @Nullable String endedAt,
    @Nullable String edition) {

  static ProductionJson of(Production production, @Nullable Outlook outlook, StudioWords words) {
    boolean ended = production.state().isEnd();
    Duration left = outlook == null ? null : outlook.left();
    String code = production.reasonCode();
    String reason = production.reason();
    FindingWords.Worded worded =
        code == null || reason == null
            ? null
            : FindingWords.of(words.language()).reason(code, reason);
    return new ProductionJson(
        production.id(),
        production.capsuleId(),
        production.state().word(),
        production.step(),
        production.percent(),
        production.attempts(),
        outlook == null ? null : outlook.place(),
        left == null ? null : left.toSeconds(),
        ended ? null : words.doing(production, outlook),
        ended ? null : words.left(outlook),
        code,
        worded == null ? null : worded.message(),
        worded == null ? null : worded.action(),
        production.queuedAt().toString(),
        time(production.startedAt()),
        time(production.endedAt()),
        production.editionId());
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
