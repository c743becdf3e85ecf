package org.capsula.pipeline.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that comes in piece by piece. What was written counts only once it is on the disk for good
 * and somebody has noted its length; whoever opens it again cuts off the rest.
 */
public final class GrowingFile implements AutoCloseable {
  private final FileChannel channel;

  private GrowingFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opened at what counts of it. A file that is missing is made, with its folder.
   *
   * @param length that was noted; the file may turn out to be shorter, see {@link #length}
   */
  public static GrowingFile at(Path file, long length) throws IOException {
    Path folder = Durably.parent(file);
    if (!Files.exists(folder)) {
      // The film's first byte and a subtitle file may come at the same moment.
      Files.createDirectories(folder);
      Durably.syncFolder(Durably.parent(folder));
    }
    boolean isNew = !Files.exists(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (isNew) {
        Durably.syncFolder(folder);
      }
      // A longer file is cut, a shorter one stays as it is.
      channel.truncate(length);
      channel.position(channel.size());
      return new GrowingFile(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Of what was written so far, in bytes. */
  public long length() throws IOException {
    return channel.position();
  }

  public void write(byte[] bytes, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** What was written before this returns survives a power cut. */
  public void sync() throws IOException {
    channel.force(true);
  }

  public void cut(long length) throws IOException {
    channel.truncate(length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
