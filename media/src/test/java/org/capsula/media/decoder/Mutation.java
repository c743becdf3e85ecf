package org.capsula.media.decoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ways in which the bytes of a file get lost on their way. */
enum Mutation {
  /** Bad memory. */
  BITS_FLIPPED {
    @Override
    byte[] of(byte[] film, Random random) {
      byte[] mutated = film.clone();
      for (int i = 1 << random.nextInt(9); i > 0; i--) {
        mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return mutated;
    }
  },

  /** What describes the film is at one of its ends. */
  HEADER_OVERWRITTEN {
    @Override
    byte[] of(byte[] film, Random random) {
      byte[] mutated = film.clone();
      int ends = Math.min(film.length, 2048);
      boolean front = random.nextInt(4) > 0;
      for (int i = 1 + random.nextInt(8); i > 0; i--) {
        int at = random.nextInt(ends);
        mutated[front ? at : film.length - 1 - at] = (byte) random.nextInt(256);
      }
      return mutated;
    }
  },

  /** A block that a disk could not read. */
  ZEROED {
    @Override
    byte[] of(byte[] film, Random random) {
      byte[] mutated = film.clone();
      Range range = Range.in(film, random);
      Arrays.fill(mutated, range.from, range.to, (byte) 0);
      return mutated;
    }
  },

  DELETED {
    @Override
    byte[] of(byte[] film, Random random) {
      Range range = Range.in(film, random);
      return joined(
          List.of(
              Arrays.copyOf(film, range.from), Arrays.copyOfRange(film, range.to, film.length)));
    }
  },

  DUPLICATED {
    @Override
    byte[] of(byte[] film, Random random) {
      Range range = Range.in(film, random);
      return joined(
          List.of(
              Arrays.copyOf(film, range.to), Arrays.copyOfRange(film, range.from, film.length)));
    }
  },

  TRUNCATED {
    @Override
    byte[] of(byte[] film, Random random) {
      return Arrays.copyOf(film, 1 + random.nextInt(film.length));
    }
  },

  /** Boxes of the MP4 family (ISO/IEC 14496-12, 4.2), blocks of other containers. */
  SHUFFLED {
    @Override
    byte[] of(byte[] film, Random random) {
      List<byte[]> parts = parts(film);
      Collections.shuffle(parts, random);
      return joined(parts);
    }
  };

  private static final int BLOCK = 4096;

  abstract byte[] of(byte[] film, Random random);

  private record Range(int from, int to) {
    static Range in(byte[] film, Random random) {
      int from = random.nextInt(film.length);
      return new Range(from, Math.min(film.length, from + (1 << random.nextInt(16))));
    }
  }

  private static List<byte[]> parts(byte[] film) {
    boolean boxes = new String(film, 4, 4, StandardCharsets.US_ASCII).equals("ftyp");
    List<byte[]> parts = new ArrayList<>();
    for (int at = 0; at < film.length; ) {
      int size = boxes && at + 8 <= film.length ? ByteBuffer.wrap(film, at, 4).getInt() : BLOCK;
      int end = size <= 0 ? film.length : Math.min(film.length, at + size);
      parts.add(Arrays.copyOfRange(film, at, end));
      at = end;
    }
    return parts;
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    parts.forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}
