package org.capsula.server.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.json.Json;
import org.capsula.server.language.Messages;

/** The words that the page's script needs. */
final class EditorWords {
  /** Without {@code editor.js.} before them. */
  static final List<String> KEYS =
      List.of(
          "saved",
          "unsaved",
          "saving",
          "unchanged",
          "yes",
          "signed-out",
          "offline",
          "conflict",
          "conflict.take",
          "conflict.empty",
          "invalid",
          "time",
          "beyond",
          "rule.too-long",
          "rule.too-many",
          "rule.no-language",
          "rule.no-country",
          "rule.no-collection",
          "rule.no-place",
          "rule.no-chapter",
          "rule.no-part",
          "rule.no-date",
          "rule.empty",
          "queued",
          "running",
          "failed-production",
          "ready",
          "reload",
          "cues",
          "findings",
          "no-findings",
          "charset",
          "sure",
          "chapters.none",
          "chapter",
          "chapter.removed",
          "ask.replace",
          "ask.discard",
          "done",
          "working",
          "removed",
          "put-back",
          "not-taken",
          "release.draft",
          "release.scheduled.public",
          "release.scheduled.signed-in",
          "release.scheduled.link",
          "release.open.public",
          "release.open.signed-in",
          "release.open.link",
          "release.released",
          "release.closed",
          "release.closing",
          "release.hindered",
          "release.do.open",
          "release.do.close",
          "release.do.cancel",
          "release.ask.open",
          "release.ask.signed-in",
          "release.ask.link",
          "release.ask.close",
          "release.ask.cancel",
          "release.ask.close.text",
          "error.gone",
          "error.conflict",
          "error.outdated",
          "error.corrected",
          "error.no-language",
          "error.unreadable",
          "error.too-large",
          "error.invalid",
          "error.forbidden",
          "error.no-space",
          "error.trouble",
          "severity.error",
          "severity.warning",
          "severity.note");

  private EditorWords() {}

  static String of(Messages messages) {
    Map<String, String> words = new LinkedHashMap<>();
    KEYS.forEach(key -> words.put(key, messages.text("editor.js." + key, "{0}", "{1}")));
    return script(Json.compact(words));
  }

  /** A word that ends the element cannot stand in it. */
  static String script(String json) {
    return json.replace("<", "\\u003c");
  }
}
