package org.capsula.server.studio;

import java.util.List;
import org.capsula.pipeline.studio.Show;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list.
 *
 * @param show which capsules were asked for
 * @param words that were looked for; empty for none
 * @param next the address of the next page; null on the last
 * @param first whether it is the first page: new capsules appear there
 * @param revision of the list: while it is the same, nothing in it has changed but what runs
 * @param said the key of a sentence about what was just done; null where nothing was
 * @param undo the capsule that was just deleted, and may be taken back at once; null where none was
 */
public record StudioView(
    List<StudioRow> rows,
    Show show,
    String words,
    @Nullable String next,
    boolean first,
    String revision,
    @Nullable String said,
    @Nullable StudioRow undo) {
  public StudioView {
    rows = List.copyOf(rows);
  }

  /** Whether all capsules were asked for and there is none. */
  public boolean isNew() {
    return rows.isEmpty() && show == Show.ALL && words.isEmpty() && first;
  }
}
