package org.capsula.server.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.studio.Outlook;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/** What the list says of productions and of time, in a page's language. */
final class StudioWords {
  private final PageLanguage language;
  private final Messages messages;

  StudioWords(PageLanguage language) {
    this.language = language;
    this.messages = Messages.of(language);
  }

  PageLanguage language() {
    return language;
  }

  String say(String key, Object... values) {
    return messages.text("studio." + key, values);
  }

  String count(String key, long count) {
    return messages.count("studio." + key, count);
  }

  /** What a text track is, beside subtitles. */
  String role(String role) {
    return messages.text("role." + role);
  }

  /** What a production that has not ended is at: its step, or its place in the queue. */
  String doing(Production production, @Nullable Outlook outlook) {
    if (production.state() == Production.State.RUNNING) {
      return say("step." + (production.step() == null ? "beginning" : production.step()));
    }
    if (production.reasonCode() != null) {
      return say("queue.again", production.attempts() + 1);
    }
    Integer place = outlook == null ? null : outlook.place();
    return place == null
        ? say("queue")
        : place == 1 ? say("queue.next") : say("queue.place", place);
  }

  /** Rounded as far as it can be known. */
  String left(@Nullable Outlook outlook) {
    Duration left = outlook == null ? null : outlook.left();
    if (left == null) {
      return say("left.unknown");
    }
    long seconds = left.toSeconds();
    if (seconds < 45) {
      return say("left.moment");
    }
    long minutes = Math.max(1, Math.round(seconds / 60.0));
    return minutes < 90
        ? count("left.minutes", minutes)
        : count("left.hours", Math.round(minutes / 60.0));
  }

  /** A day and time as its deciders said it. */
  String when(Instant time, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(language.locale())
        .withZone(zone)
        .format(time);
  }
}
