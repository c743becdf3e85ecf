package org.capsula.server.cues;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.capsula.server.language.Messages;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.check.CueCheck;
import org.capsula.subtitles.check.Edit;
import org.capsula.subtitles.check.Fix;
import org.capsula.subtitles.check.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A finding as everywhere, with the change that mends it.
 *
 * @param message in the language that was asked for
 * @param cue from 1
 * @param action what the fix does; null where there is none
 * @param fix null where a person has to decide
 */
public record FindingJson(
    String severity,
    String code,
    String message,
    double startSeconds,
    double endSeconds,
    @Nullable Integer line,
    int cue,
    @Nullable String action,
    @Nullable EditJson fix) {

  /** More are not looked at before these are mended. */
  static final int MOST = 500;

  /** No more than {@link #MOST}. */
  static List<FindingJson> of(List<Cue> cues, Limits limits, Messages words) {
    List<FindingJson> all = new ArrayList<>();
    boolean sorted = false;
    for (Finding finding : CueCheck.of(cues, limits)) {
      if (all.size() == MOST) {
        break;
      }
      Optional<Edit> fix = Fix.of(finding, cues, limits);
      // Sorting mends all of its kind, and is as large as the list.
      boolean again = fix.filter(edit -> edit.cues().size() > 1).isPresent() && sorted;
      sorted |= fix.filter(edit -> edit.cues().size() > 1).isPresent();
      all.add(of(finding, cues, again ? null : fix.map(EditJson::of).orElse(null), words));
    }
    return all;
  }

  private static FindingJson of(
      Finding finding, List<Cue> cues, @Nullable EditJson fix, Messages words) {
    int number = Objects.requireNonNull(finding.cue());
    Cue cue = cues.get(number - 1);
    return new FindingJson(
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.code(),
        words.text("cues.finding." + finding.code(), values(finding, words)),
        CueJson.seconds(cue.start()),
        CueJson.seconds(cue.end()),
        null,
        number,
        fix == null ? null : words.text("cues.fix." + finding.code()),
        fix);
  }

  /** In the order in which the code lists its arguments. */
  private static Object[] values(Finding finding, Messages words) {
    return finding.arguments().values().stream()
        .map(value -> value instanceof Duration time ? shown(time, words) : value.toString())
        .toArray();
  }

  private static String shown(Duration time, Messages words) {
    NumberFormat seconds = NumberFormat.getInstance(words.language().locale());
    seconds.setMaximumFractionDigits(3);
    return seconds.format(CueJson.seconds(time));
  }
}
