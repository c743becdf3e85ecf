package org.capsula.server.preview;

import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.editorial.Poster;
import org.capsula.pipeline.catalog.editorial.PosterStore;
import org.capsula.pipeline.database.Session;
import org.capsula.server.catalogue.Addresses;
import org.jspecify.annotations.Nullable;

/** Where the studio finds a capsule's film. */
public final class Previews {
  private static final String POSTER = "poster.jpg";

  private Previews() {}

  /** With the text tracks that players offer. */
  public static String playlist(String capsuleId) {
    return of(capsuleId) + "/multivariant.m3u8";
  }

  /** Of a film that is being made. */
  public static String growing(String capsuleId, String productionId) {
    return of(capsuleId) + "/growing/" + productionId + "/multivariant.m3u8";
  }

  /** Pictures and sound alone, for a page that shows texts of its own. */
  public static String bare(String capsuleId) {
    return playlist(capsuleId) + "?text=none";
  }

  /** Of the newest edition; ends in a slash for the empty name. */
  public static String media(String capsuleId, String editionId, String file) {
    return of(capsuleId) + "/media/" + editionId + "/" + file;
  }

  /**
   * The one that was chosen, else the edition's own. The address changes with the picture, so that
   * a page that is open shows the new one.
   *
   * @return null where there is neither
   */
  public static @Nullable String poster(Session session, Capsule capsule) {
    Optional<Poster> chosen = new PosterStore(session).of(capsule.id());
    if (chosen.isPresent()) {
      return chosenPoster(capsule.id(), chosen.get().sha256());
    }
    String edition = capsule.editionId();
    return edition != null
            && new EditionStore(session).file(capsule.id(), edition, POSTER).isPresent()
        ? ownPoster(capsule.id(), edition)
        : null;
  }

  public static String chosenPoster(String capsuleId, String sha256) {
    return "/api/studio/capsules/" + capsuleId + "/poster/" + sha256 + ".jpg";
  }

  /** Of an edition that has one: those of sound alone have none. */
  public static String ownPoster(String capsuleId, String editionId) {
    return media(capsuleId, editionId, POSTER);
  }

  static String text(Track track, Trim part, String ending) {
    return of(track.capsuleId())
        + "/text/"
        + Addresses.textHash(part, track)
        + "/"
        + track.name()
        + "."
        + ending;
  }

  private static String of(String capsuleId) {
    return "/studio/preview/" + capsuleId;
  }
}
