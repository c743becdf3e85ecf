package org.capsula.pipeline.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing said in several languages. */
public record Texts(Map<String, String> byLanguage) {
  public static final Texts NONE = new Texts(Map.of());

  /** No language: a name that somebody gave a file. */
  public static final String UNKNOWN_LANGUAGE = "und";

  public Texts {
    byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
  }

  public static Texts of(List<Text> texts) {
    Map<String, String> byLanguage = new LinkedHashMap<>();
    texts.forEach(text -> byLanguage.put(text.language(), text.value()));
    return new Texts(byLanguage);
  }

  /** In the first of these languages that there is, else in any. */
  public Optional<Text> in(List<String> preferred) {
    return preferred.stream()
        .filter(byLanguage::containsKey)
        .findFirst()
        .or(() -> byLanguage.keySet().stream().sorted().findFirst())
        .map(language -> new Text(language, byLanguage.getOrDefault(language, "")));
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }
}
