package org.capsula.media.fragment;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the index of a file that holds one track in fragments. */
public final class TrackIndexReader {
  /** Movie headers are some hundred bytes; more is no file of ours. */
  private static final int LARGEST_HEADER = 1 << 20;

  private final FileChannel channel;
  private final List<Segment> segments = new ArrayList<>();
  private @Nullable MovieHeader movie;
  private long initLength;
  private long segmentStart;
  private long fragmentStart;
  private @Nullable Box fragment;

  private TrackIndexReader(FileChannel channel) {
    this.channel = channel;
  }

  public static TrackIndex read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return new TrackIndexReader(channel).read();
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IOException(file + " is not a fragmented MP4 of one track", e);
    }
  }

  /**
   * Of a file that is still being written: the segments that are complete.
   *
   * @return empty where none is, or the file is not there yet
   */
  public static Optional<TrackIndex> readGrowing(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      TrackIndexReader reader = new TrackIndexReader(channel);
      reader.readBoxes(/* growing= */ true);
      return reader.segments.isEmpty() ? Optional.empty() : Optional.of(reader.index());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IndexOutOfBoundsException e) {
      throw new IOException(file + " is not a fragmented MP4 of one track", e);
    }
  }

  private TrackIndex read() throws IOException {
    readBoxes(/* growing= */ false);
    return index();
  }

  /**
   * @param growing whether the last box may still lack its end
   */
  private void readBoxes(boolean growing) throws IOException {
    long at = 0;
    long end = channel.size();
    while (at + 16 <= end || (!growing && at + 8 <= end)) {
      ByteBuffer header = bytes(at, (int) Math.min(16, end - at));
      long size = Integer.toUnsignedLong(header.getInt(0));
      if (size == 1) {
        size = header.getLong(8);
      }
      if (growing && size > end - at) {
        return;
      }
      if (size < 8 || size > end - at) {
        throw new EOFException("a box reaches beyond the end of the file");
      }
      box(Box.type(header, 4), at, size);
      at += size;
    }
  }

  private TrackIndex index() throws IOException {
    MovieHeader header = known(movie);
    return new TrackIndex(initLength, header.codec(), header.width(), header.height(), segments);
  }

  /** A segment is whatever stands from the end of the last one to the end of its samples. */
  private void box(String type, long at, long size) throws IOException {
    switch (type) {
      case "moov" -> {
        movie = MovieHeader.of(payload(type, at, size));
        initLength = at + size;
        segmentStart = initLength;
      }
      case "moof" -> {
        fragment = payload(type, at, size);
        fragmentStart = at;
      }
      case "mdat" -> {
        segments.add(
            known(movie)
                .segment(
                    known(fragment),
                    segmentStart,
                    fragmentStart - segmentStart,
                    at + size - segmentStart));
        segmentStart = at + size;
      }
      default -> {
        // ftyp belongs to the initialisation section, styp and sidx to the segment they precede.
      }
    }
  }

  private Box payload(String type, long at, long size) throws IOException {
    if (size > LARGEST_HEADER) {
      throw new IOException(type + " of " + size + " bytes");
    }
    return new Box(type, bytes(at + 8, (int) size - 8));
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }

  private static <T> T known(@Nullable T value) throws IOException {
    if (value == null) {
      throw new IOException("samples before their header");
    }
    return value;
  }
}
