package org.capsula.server.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.capsula.media.hls.MediaPlaylist;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.publication.TrackFile;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Response;

/**
 * What storage holds, as it is sent; whether it may be seen, and kept by others, is for the caller
 * to say. Until it does nobody may keep it.
 */
public final class Stored {
  /** Up to there it is worth its memory to send it shrunk. */
  private static final long SMALL = 64 * 1024;

  private final Storage storage;

  public Stored(Storage storage) {
    this.storage = storage;
  }

  /**
   * A file of an edition.
   *
   * @param tag without quotes; of its bytes alone
   */
  public Response ofEdition(String editionId, String name, long bytes, String tag)
      throws IOException {
    FileRegion region = new FileRegion(storage.edition(editionId).resolve(name), 0, bytes);
    String type =
        name.startsWith("audio") && name.endsWith(".mp4") ? "audio/mp4" : MediaType.ofFile(name);
    // Players fetch a playlist whole, and it shrinks to a tenth.
    if (bytes > SMALL || !MediaType.shrinks(type)) {
      return Response.file(type, region, tag);
    }
    return Response.bytes(type, Files.readAllBytes(region.path())).tag(tag);
  }

  /**
   * A track's WebVTT or its media playlist, by the ending of the name.
   *
   * @param part of the footage that is shown
   * @param film its length
   */
  public Response ofTrack(Track track, String name, Trim part, Duration film) throws IOException {
    return name.endsWith(".vtt")
        ? webVtt(track, part)
        : Response.bytes(
            MediaType.ofFile(name),
            MediaPlaylist.ofSubtitles(track.name() + ".vtt", film.toMillis() / 1000.0)
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the name is that of one of a track's two files. */
  public static boolean isOf(Track track, String name) {
    return name.equals(track.name() + ".vtt") || name.equals(track.name() + ".m3u8");
  }

  /** Named by the hash that stands in its address: its bytes need not be read for that. */
  private Response webVtt(Track track, Trim part) throws IOException {
    String type = MediaType.ofFile(track.name() + ".vtt");
    if (!part.equals(Trim.NONE)) {
      String shifted = TrackFile.read(storage, track, part).webVtt();
      return Response.text(type, shifted).tag(Addresses.textHash(part, track));
    }
    Path file = storage.file(track.webvttSha256());
    if (track.webvttBytes() > SMALL) {
      FileRegion region = new FileRegion(file, 0, track.webvttBytes());
      return Response.file(type, region, track.webvttSha256());
    }
    return Response.bytes(type, Files.readAllBytes(file)).tag(track.webvttSha256());
  }
}
