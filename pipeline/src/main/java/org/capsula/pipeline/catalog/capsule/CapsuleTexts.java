package org.capsula.pipeline.catalog.capsule;

import java.util.List;
import java.util.Map;
import org.capsula.pipeline.catalog.Texts;

/**
 * What is said of a capsule.
 *
 * @param keywords by language
 */
public record CapsuleTexts(Texts titles, Texts summaries, Map<String, List<String>> keywords) {
  public static final CapsuleTexts NONE = new CapsuleTexts(Texts.NONE, Texts.NONE, Map.of());

  public CapsuleTexts {
    keywords = Map.copyOf(keywords);
  }
}
