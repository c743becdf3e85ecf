package org.capsula.media.fragment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of a file (ISO/IEC 14496-12, 4.2) and what is in it.
 *
 * @param payload the bytes after size and type, from position 0
 */
record Box(String type, ByteBuffer payload) {

  /** The boxes that follow each other in a stretch of bytes. */
  static List<Box> in(ByteBuffer bytes) throws IOException {
    List<Box> boxes = new ArrayList<>();
    ByteBuffer rest = bytes.slice();
    while (rest.remaining() >= 8) {
      int start = rest.position();
      int size = rest.getInt(start);
      if (size < 8 || size > rest.remaining()) {
        throw new IOException(
            "a box of " + size + " bytes where " + rest.remaining() + " are left");
      }
      boxes.add(new Box(type(rest, start + 4), rest.slice(start + 8, size - 8)));
      rest.position(start + size);
    }
    return boxes;
  }

  static String type(ByteBuffer bytes, int at) {
    byte[] name = new byte[4];
    bytes.get(at, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  /** The boxes inside, for one that holds nothing else. */
  List<Box> children() throws IOException {
    return in(payload);
  }

  /** The first box on a path of types, e.g. {@code mdia/mdhd}. */
  Optional<Box> find(String path) throws IOException {
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    for (Box child : children()) {
      if (child.type().equals(first)) {
        return slash < 0 ? Optional.of(child) : child.find(path.substring(slash + 1));
      }
    }
    return Optional.empty();
  }

  Box get(String path) throws IOException {
    Optional<Box> found = find(path);
    if (found.isEmpty()) {
      throw new IOException("no " + path + " in " + type);
    }
    return found.get();
  }

  /** The version of a full box (4.2.2). */
  int version() {
    return payload.get(0);
  }

  /** The flags of a full box (4.2.2). */
  int flags() {
    return payload.getInt(0) & 0xffffff;
  }
}
