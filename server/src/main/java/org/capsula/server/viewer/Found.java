package org.capsula.server.viewer;

import java.util.List;

/**
 * Where a capsule holds what was searched for.
 *
 * @param title in pieces; none where it holds none of it
 * @param summary as title
 * @param cues that hold it
 */
public record Found(List<Piece> title, List<Piece> summary, List<FoundCue> cues) {
  public static final Found NONE = new Found(List.of(), List.of(), List.of());

  public Found {
    title = List.copyOf(title);
    summary = List.copyOf(summary);
    cues = List.copyOf(cues);
  }
}
