package org.capsula.server.viewer;

import java.time.Duration;
import java.util.List;
import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/** A capsule with everything that its page shows. */
public record CapsuleView(
    String slug,
    Text title,
    @Nullable Text summary,
    @Nullable Text collection,
    Duration length,
    Film film,
    List<SubtitleFile> subtitles,
    List<Chapter> chapters,
    @Nullable Situation situation,
    @Nullable Text credits,
    List<Document> documents) {

  /** Who made it, a line each: what stands before a colon is the role. */
  public List<CreditLine> creditLines() {
    return credits == null ? List.of() : CreditLine.of(credits.words());
  }

  /** Those that can be read beside the picture. */
  public List<SubtitleFile> shownSubtitles() {
    return subtitles.stream().filter(SubtitleFile::isShown).toList();
  }

  /** Their languages, each once. */
  public List<String> shownLanguages() {
    return shownSubtitles().stream().map(SubtitleFile::language).distinct().toList();
  }

  /** The file that a player without our script shows by itself: at most one. */
  public boolean isDefault(SubtitleFile file, PageLanguage language) {
    return shownSubtitles().stream()
        .filter(each -> each.language().equals(language.tag()))
        .findFirst()
        .filter(file::equals)
        .isPresent();
  }

  /** The name under which a subtitle file is saved: {@code password.fr.captions.vtt}. */
  public String fileName(SubtitleFile file) {
    String role =
        switch (file.role()) {
          case SUBTITLES -> "";
          case CAPTIONS, DESCRIPTIONS, CHAPTERS -> "." + file.role().word();
        };
    return slug + "." + file.language() + role + ".vtt";
  }
}
