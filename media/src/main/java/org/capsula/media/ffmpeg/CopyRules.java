package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.capsula.media.probe.VideoTrack;
import org.jspecify.annotations.Nullable;

/** What a picture track must be so that every player plays it as it is. */
final class CopyRules {
  /** Baseline, constrained baseline, main and high (ITU-T H.264, A.2). */
  private static final Set<Integer> PROFILES = Set.of(66, 66 | 512, 77, 100);

  /** Level 4.2: what phones of ten years ago decode. */
  private static final int HIGHEST_LEVEL = 42;

  /** The unit of a picture that stands by itself (7.4.1.2.4). */
  private static final int IDR_SLICE = 5;

  private CopyRules() {}

  static @Nullable String obstacle(AVCodecParameters parameters) {
    if (parameters.codec_id() != AV_CODEC_ID_H264) {
      return "it is not H.264";
    }
    if (parameters.format() != AV_PIX_FMT_YUV420P
        || parameters.color_range() == AVCOL_RANGE_JPEG
        || !PROFILES.contains(parameters.profile())
        || parameters.level() > HIGHEST_LEVEL) {
      return "its profile of H.264 is not one that every player knows";
    }
    if (parameters.field_order() != AV_FIELD_PROGRESSIVE
        && parameters.field_order() != AV_FIELD_UNKNOWN) {
      return "it is interlaced";
    }
    return lengthBytes(parameters) == 0 ? "its container keeps H.264 as a raw stream" : null;
  }

  static @Nullable String obstacle(VideoTrack video, AVCodecParameters parameters) {
    if (video.rotation() != 0) {
      return "it must be turned";
    }
    if (video.width() != parameters.width()
        || parameters.width() % 2 + parameters.height() % 2 > 0) {
      return "its pixels are not square or its size is odd";
    }
    if (!video.constantRate()) {
      return "its frame rate varies";
    }
    return video.hdr() == null ? null : "it is HDR";
  }

  /** Bytes of a unit's length (ISO/IEC 14496-15, 5.3.3.1: avcC); 0 where it is not stored so. */
  private static int lengthBytes(AVCodecParameters parameters) {
    BytePointer extra = parameters.extradata();
    boolean avcc = parameters.extradata_size() > 6 && extra.get(0) == 1;
    return avcc ? (extra.get(4) & 3) + 1 : 0;
  }

  /** Whether nothing after this picture refers to one before it. */
  static boolean isIdr(AVPacket packet, AVCodecParameters parameters) {
    int lengthBytes = lengthBytes(parameters);
    BytePointer data = packet.data();
    int at = 0;
    while (at + lengthBytes < packet.size()) {
      long length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = length << 8 | (data.get(at + i) & 0xff);
      }
      at += lengthBytes;
      if ((data.get(at) & 0x1f) == IDR_SLICE) {
        return true;
      }
      if (length <= 0 || length > packet.size() - at) {
        return false;
      }
      at += (int) length;
    }
    return false;
  }
}
