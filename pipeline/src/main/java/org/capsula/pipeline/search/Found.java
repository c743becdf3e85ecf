package org.capsula.pipeline.search;

import java.util.List;
import java.util.Map;

/**
 * What the index knows, whoever may see it.
 *
 * @param languages by capsule, best first: those in which it holds the question
 * @param all whether there is nothing more
 */
public record Found(Map<String, List<String>> languages, boolean all) {
  static final Found NOTHING = new Found(Map.of(), true);
}
