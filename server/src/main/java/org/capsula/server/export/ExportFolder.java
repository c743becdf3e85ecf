package org.capsula.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.server.http.FileRegion;

/** The folder that is being made. What the older one has already is linked, not copied. */
final class ExportFolder {
  private final Path folder;
  private final OlderExport older;
  private final TreeMap<String, String> record = new TreeMap<>();
  private long bytes;
  private long written;

  ExportFolder(Path folder, OlderExport older) {
    this.folder = folder;
    this.older = older;
  }

  void write(String file, byte[] content) throws IOException {
    String stamp = Sha256.of(content) + " " + content.length;
    if (isNew(file, stamp, content.length)) {
      Files.write(place(file), content);
    }
  }

  /**
   * @param tag names the very bytes
   */
  void write(String file, FileRegion region, String tag) throws IOException {
    if (isNew(file, tag + " " + region.length(), region.length())) {
      try (SeekableByteChannel in = region.open();
          OutputStream out = Files.newOutputStream(place(file))) {
        in.position(region.offset());
        long copied = Channels.newInputStream(in).transferTo(out);
        if (copied != region.length()) {
          throw new IOException(region.path() + " changed while it was copied");
        }
      }
    }
  }

  private boolean isNew(String file, String stamp, long length) throws IOException {
    record.put(file, stamp);
    bytes += length;
    if (older.give(file, stamp, place(file))) {
      return false;
    }
    written++;
    return true;
  }

  private Path place(String file) throws IOException {
    Path place = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(place.getParent()));
    return place;
  }

  /** For the next export. */
  void finish() throws IOException {
    Files.writeString(folder.resolve(OlderExport.RECORD), OlderExport.text(record));
  }

  int files() {
    return record.size();
  }

  long bytes() {
    return bytes;
  }

  /** Files that the older one had not, or other ones. */
  long written() {
    return written;
  }
}
