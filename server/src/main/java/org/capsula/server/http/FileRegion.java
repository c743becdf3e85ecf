package org.capsula.server.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stretch of a file on disk, sent without reading it into memory. */
public record FileRegion(Path path, long offset, long length) implements Body {
  public FileRegion {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("no region: " + length + " bytes from " + offset);
    }
  }

  /**
   * @throws java.nio.file.NoSuchFileException when it is not there
   */
  public static FileRegion whole(Path path) throws IOException {
    return new FileRegion(path, 0, Files.size(path));
  }

  /**
   * The file, for which the region was checked; the caller closes it.
   *
   * @throws IOException when the file is not there, or ends before the region does
   */
  public SeekableByteChannel open() throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(path);
    if (channel.size() < offset + length) {
      channel.close();
      throw new EOFException(path + " has less than " + (offset + length) + " bytes");
    }
    return channel;
  }
}
