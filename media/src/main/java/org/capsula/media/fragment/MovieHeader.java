package org.capsula.media.fragment;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What the {@code moov} box of a one-track file says (ISO/IEC 14496-12, section 8).
 *
 * @param timescale ticks a second
 * @param defaultDuration of a sample in ticks, where a fragment does not say its own
 */
record MovieHeader(long timescale, long defaultDuration, String codec, int width, int height) {
  /** Flags of {@code tfhd} (8.8.7) and {@code trun} (8.8.8) and the fields that they switch on. */
  private static final int TFHD_BASE_OFFSET = 0x1;

  private static final int TFHD_DESCRIPTION = 0x2;
  private static final int TFHD_DURATION = 0x8;
  private static final int TRUN_DATA_OFFSET = 0x1;
  private static final int TRUN_FIRST_FLAGS = 0x4;
  private static final int TRUN_DURATION = 0x100;
  private static final int TRUN_SIZE = 0x200;
  private static final int TRUN_FLAGS = 0x400;
  private static final int TRUN_OFFSET = 0x800;

  static MovieHeader of(Box moov) throws IOException {
    Box mdhd = moov.get("trak/mdia/mdhd");
    int timescaleAt = mdhd.version() == 1 ? 20 : 12;
    ByteBuffer stsd = moov.get("trak/mdia/minf/stbl/stsd").payload();
    // After version, flags and the number of entries: the first sample entry.
    Box entry = Box.in(stsd.slice(8, stsd.remaining() - 8)).get(0);
    boolean picture = !entry.type().equals("mp4a");
    return new MovieHeader(
        Integer.toUnsignedLong(mdhd.payload().getInt(timescaleAt)),
        moov.get("mvex/trex").payload().getInt(12),
        CodecName.of(entry),
        // VisualSampleEntry (12.1.3): 24 bytes precede the sizes.
        picture ? entry.payload().getShort(24) : 0,
        picture ? entry.payload().getShort(26) : 0);
  }

  /**
   * @param offset of the segment's first byte in the file
   * @param before bytes of the segment in front of {@code moof}
   */
  Segment segment(Box moof, long offset, long before, long length) throws IOException {
    Box traf = moof.get("traf");
    Box tfhd = traf.get("tfhd");
    Box tfdt = traf.get("tfdt");
    long start =
        tfdt.version() == 1
            ? tfdt.payload().getLong(4)
            : Integer.toUnsignedLong(tfdt.payload().getInt(4));
    long ticks = 0;
    for (Box box : traf.children()) {
      if (box.type().equals("trun")) {
        ticks += duration(box, sampleDuration(tfhd));
      }
    }
    long first = isPicture() ? firstSampleEnd(traf) : 0;
    return new Segment(
        offset,
        length,
        (double) start / timescale,
        (double) ticks / timescale,
        first == 0 ? 0 : before + first);
  }

  private boolean isPicture() {
    return width > 0;
  }

  /** In bytes from the start of the {@code moof}, where data offsets count from (8.8.7.1). */
  private static long firstSampleEnd(Box traf) throws IOException {
    Box trun = traf.get("trun");
    int flags = trun.flags();
    if ((flags & TRUN_DATA_OFFSET) == 0 || (flags & TRUN_SIZE) == 0) {
      return 0;
    }
    int first = 8 + field(flags, TRUN_DATA_OFFSET) + field(flags, TRUN_FIRST_FLAGS);
    int size = first + field(flags, TRUN_DURATION);
    return trun.payload().getInt(8) + Integer.toUnsignedLong(trun.payload().getInt(size));
  }

  private long sampleDuration(Box tfhd) {
    if ((tfhd.flags() & TFHD_DURATION) == 0) {
      return defaultDuration;
    }
    int at = 8;
    at += (tfhd.flags() & TFHD_BASE_OFFSET) == 0 ? 0 : 8;
    at += (tfhd.flags() & TFHD_DESCRIPTION) == 0 ? 0 : 4;
    return Integer.toUnsignedLong(tfhd.payload().getInt(at));
  }

  private static long duration(Box trun, long defaultDuration) {
    int flags = trun.flags();
    int samples = trun.payload().getInt(4);
    if ((flags & TRUN_DURATION) == 0) {
      return samples * defaultDuration;
    }
    int at = 8 + field(flags, TRUN_DATA_OFFSET) + field(flags, TRUN_FIRST_FLAGS);
    int step = 4 + field(flags, TRUN_SIZE) + field(flags, TRUN_FLAGS) + field(flags, TRUN_OFFSET);
    long ticks = 0;
    for (int i = 0; i < samples; i++) {
      ticks += Integer.toUnsignedLong(trun.payload().getInt(at + i * step));
    }
    return ticks;
  }

  private static int field(int flags, int flag) {
    return (flags & flag) == 0 ? 0 : 4;
  }
}
