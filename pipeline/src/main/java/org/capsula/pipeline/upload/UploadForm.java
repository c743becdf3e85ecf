package org.capsula.pipeline.upload;

import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says of an upload while its bytes travel.
 *
 * @param language spoken in it, BCP 47; null when not told
 * @param collection where it shall stand; null for nowhere
 */
public record UploadForm(Texts titles, @Nullable String language, @Nullable Collection collection) {
  public static final UploadForm EMPTY = new UploadForm(Texts.NONE, null, null);

  /**
   * One that there is, or one that is to be made.
   *
   * @param id null for one to be made, which has the other two
   */
  public record Collection(@Nullable String id, @Nullable String language, @Nullable String title) {
    public static Collection existing(String id) {
      return new Collection(id, null, null);
    }

    public static Collection titled(String language, String title) {
      return new Collection(null, language, title);
    }
  }

  /**
   * A subtitle file that was given with an upload.
   *
   * @param id the name of the file in the upload's folder
   * @param language BCP 47, normalised
   * @param charset IANA name of what it was read in
   */
  public record Subtitles(
      String id,
      String uploadId,
      String fileName,
      String language,
      Role role,
      String charset,
      int cues,
      long bytes,
      Instant addedAt) {}

  /** All that goes with an upload. */
  public record Whole(UploadForm form, List<Subtitles> subtitles) {
    public Whole {
      subtitles = List.copyOf(subtitles);
    }
  }
}
