package org.capsula.media.fragment;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The name of a codec with its profile, as playlists give it (RFC 6381, 3.3 and 3.4). */
final class CodecName {
  /**
   * Bytes of a VisualSampleEntry and an AudioSampleEntry before the boxes inside (12.1.3, 12.2.3).
   */
  private static final int VISUAL_FIELDS = 78;

  private static final int AUDIO_FIELDS = 28;

  private CodecName() {}

  static String of(Box sampleEntry) throws IOException {
    return switch (sampleEntry.type()) {
      case "avc1" -> avc(inside(sampleEntry, VISUAL_FIELDS, "avcC"));
      case "av01" -> av1(inside(sampleEntry, VISUAL_FIELDS, "av1C"));
      case "mp4a" -> aac(inside(sampleEntry, AUDIO_FIELDS, "esds"));
      default -> throw new IOException("no name known for " + sampleEntry.type());
    };
  }

  private static ByteBuffer inside(Box entry, int fields, String type) throws IOException {
    ByteBuffer payload = entry.payload();
    return new Box(entry.type(), payload.slice(fields, payload.remaining() - fields))
        .get(type)
        .payload();
  }

  /**
   * Profile, constraints and level: the three bytes after the version (ISO/IEC 14496-15, 5.3.3).
   */
  private static String avc(ByteBuffer configuration) {
    return "avc1.%02x%02x%02x"
        .formatted(configuration.get(1), configuration.get(2), configuration.get(3));
  }

  /**
   * Profile, level, tier and bits a sample (AV1 Codec ISO Media File Format Binding, sections 2.3.3
   * and 5).
   */
  private static String av1(ByteBuffer configuration) {
    int profileAndLevel = configuration.get(1) & 0xff;
    int flags = configuration.get(2) & 0xff;
    int bits = (flags & 0x40) == 0 ? 8 : (flags & 0x20) == 0 ? 10 : 12;
    return "av01.%d.%02d%s.%02d"
        .formatted(
            profileAndLevel >> 5, profileAndLevel & 0x1f, (flags & 0x80) == 0 ? "M" : "H", bits);
  }

  /**
   * Object type and, from the first five bits of the decoder's own description, the audio object
   * type (ISO/IEC 14496-1, 7.2.6.6 and 14496-3, 1.6.2.1).
   */
  private static String aac(ByteBuffer esds) throws IOException {
    ByteBuffer rest = esds.slice(4, esds.remaining() - 4);
    descriptor(rest, 0x03);
    rest.position(rest.position() + 3 /* ES_ID, flags: none is set in our files */);
    descriptor(rest, 0x04);
    int objectType = rest.get() & 0xff;
    rest.position(rest.position() + 12 /* stream type, buffer size, bit rates */);
    descriptor(rest, 0x05);
    int audioObjectType = (rest.get() & 0xff) >> 3;
    return "mp4a.%x.%d".formatted(objectType, audioObjectType);
  }

  /** Steps over a descriptor's tag and its length in groups of seven bits. */
  private static void descriptor(ByteBuffer bytes, int tag) throws IOException {
    if (bytes.get() != tag) {
      throw new IOException("no descriptor " + tag);
    }
    while ((bytes.get() & 0x80) != 0) {
      // The length itself is not needed: the fields that are read come first.
    }
  }
}
