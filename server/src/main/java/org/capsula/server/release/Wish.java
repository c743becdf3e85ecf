package org.capsula.server.release;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.RequiredLanguage;
import org.jspecify.annotations.Nullable;

/**
 * When and to whom a capsule is to be shown, as somebody wrote it.
 *
 * @param audience public, signed-in or link; null for public
 * @param opens local, as 2027-01-12T09:00, or with an offset where that comes twice
 * @param closes as opens; null or empty where it does not
 * @param zone IANA
 * @param required by language, how far its subtitles have to be: draft (they have to be there),
 *     reviewed, approved; null for none
 * @param announced whether its page says before from when it is available
 * @param after hidden or archived, where its page says until when it was; null for hidden
 */
public record Wish(
    @Nullable String audience,
    @Nullable String opens,
    @Nullable String closes,
    @Nullable String zone,
    @Nullable Map<String, String> required,
    boolean announced,
    @Nullable String after) {

  /** As it was decided. */
  static Wish of(Release release) {
    Instant closes = release.closesAt();
    return new Wish(
        release.audience().word(),
        local(release.opensAt(), release.zone()),
        closes == null ? null : local(closes, release.zone()),
        release.zone().getId(),
        release.required().stream()
            .collect(
                Collectors.toMap(
                    RequiredLanguage::language,
                    each -> each.review().word(),
                    (one, other) -> one,
                    TreeMap::new)),
        release.notices().announced(),
        release.notices().archived() ? "archived" : "hidden");
  }

  /** Of a draft. */
  public static Wish none(ZoneId zone, List<RequiredLanguage> required) {
    return new Wish(
        Audience.PUBLIC.word(),
        null,
        null,
        zone.getId(),
        required.stream()
            .collect(Collectors.toMap(RequiredLanguage::language, each -> each.review().word())),
        false,
        "hidden");
  }

  /** With its offset where it would not be one time without; to the second, as forms have it. */
  private static String local(Instant instant, ZoneId zone) {
    var there = instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
    var shown = there.toLocalDateTime();
    return zone.getRules().getValidOffsets(shown).size() == 1
        ? shown.toString()
        : there.toOffsetDateTime().toString();
  }

  /** How far the subtitles of this language have to be; empty for not at all. */
  public String needed(String language) {
    return required == null ? "" : required.getOrDefault(language, "");
  }

  boolean isClosing() {
    return closes != null && !closes.isBlank();
  }
}
