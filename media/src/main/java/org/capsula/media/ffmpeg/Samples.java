package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** The samples of decoded sound as numbers from −1 to 1, in whatever format they came. */
final class Samples {
  private float[][] planes = new float[0][0];

  /** One row a channel, which may be longer than the frame; valid until the next call. */
  float[][] of(AVFrame frame) {
    int channels = frame.ch_layout().nb_channels();
    int count = frame.nb_samples();
    if (planes.length != channels || planes[0].length < count) {
      planes = new float[channels][count];
    }
    boolean planar = av_sample_fmt_is_planar(frame.format()) == 1;
    for (int channel = 0; channel < channels; channel++) {
      ByteBuffer bytes = bytes(frame, planar ? channel : 0, planar ? 1 : channels);
      int first = planar ? 0 : channel;
      int step = planar ? 1 : channels;
      read(bytes, av_get_packed_sample_fmt(frame.format()), first, step, planes[channel], count);
    }
    return planes;
  }

  private static ByteBuffer bytes(AVFrame frame, int plane, int samplesAtATime) {
    long size =
        (long) frame.nb_samples() * samplesAtATime * av_get_bytes_per_sample(frame.format());
    return new BytePointer(frame.extended_data(plane))
        .capacity(size)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
  }

  private static void read(
      ByteBuffer bytes, int format, int first, int step, float[] into, int count) {
    switch (format) {
      case AV_SAMPLE_FMT_FLT -> {
        for (int i = 0; i < count; i++) {
          into[i] = bytes.getFloat(4 * (first + i * step));
        }
      }
      case AV_SAMPLE_FMT_S16 -> {
        for (int i = 0; i < count; i++) {
          into[i] = bytes.getShort(2 * (first + i * step)) / 32_767f;
        }
      }
      case AV_SAMPLE_FMT_S32 -> {
        for (int i = 0; i < count; i++) {
          into[i] = bytes.getInt(4 * (first + i * step)) / (float) Integer.MAX_VALUE;
        }
      }
      case AV_SAMPLE_FMT_U8 -> {
        for (int i = 0; i < count; i++) {
          into[i] = ((bytes.get(first + i * step) & 0xff) - 128) / 127f;
        }
      }
      case AV_SAMPLE_FMT_DBL -> {
        for (int i = 0; i < count; i++) {
          into[i] = (float) bytes.getDouble(8 * (first + i * step));
        }
      }
      default -> throw new IllegalArgumentException("samples of format " + format);
    }
  }
}
