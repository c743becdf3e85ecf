package org.capsula.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capsula.media.colour.CubeLut;
import org.capsula.media.colour.Hdr;
import org.capsula.media.colour.ToneMap;
import org.jspecify.annotations.Nullable;

/**
 * The filters that make an HDR picture an ordinary one; none for what is ordinary already. Their
 * table is a file in the process's temporary folder, read when the graph is made and needed no
 * longer than this object is open.
 */
final class ToneMapFilter implements AutoCloseable {
  private final @Nullable Path table;

  private ToneMapFilter(@Nullable Path table) {
    this.table = table;
  }

  static ToneMapFilter of(FrameColours colours) throws LibavException {
    Hdr hdr = colours.hdr();
    if (hdr == null) {
      return new ToneMapFilter(null);
    }
    Path table = Path.of(System.getProperty("java.io.tmpdir"), "tone-map.cube");
    try {
      table = Files.createTempFile("tone-map", ".cube");
      CubeLut.write(new ToneMap(hdr, colours.peak()), table);
      return new ToneMapFilter(table);
    } catch (IOException e) {
      throw DiskFailure.of(table, e);
    }
  }

  /**
   * Ends in BT.709 signals of RGB. They come in their final size, as each of their pixels costs
   * more than all other filters together.
   *
   * @param scaler how they are brought to it
   */
  String filters(long width, long height, String scaler) {
    return table == null
        ? ""
        // The light's own metadata would be a lie of what comes out.
        : ",scale=%d:%d:flags=%s+accurate_rnd+full_chroma_int,format=gbrp16,lut3d=file=%s:interp=tetrahedral,setparams=color_primaries=bt709:color_trc=bt709,sidedata=mode=delete"
            .formatted(width, height, scaler, FilterText.escaped(table.toString()));
  }

  @Override
  public void close() {
    try {
      if (table != null) {
        Files.deleteIfExists(table);
      }
    } catch (IOException e) {
      // The folder it stands in is temporary too.
    }
  }
}
