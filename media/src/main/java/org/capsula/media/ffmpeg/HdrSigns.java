package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_ARIB_STD_B67;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_CONTENT_LIGHT_LEVEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_MASTERING_DISPLAY_METADATA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVContentLightMetadata;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVMasteringDisplayMetadata;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.colour.Hdr;
import org.capsula.media.colour.ToneMap;
import org.jspecify.annotations.Nullable;

/** What tells that a picture has a high dynamic range, and how high it is. */
final class HdrSigns {
  private HdrSigns() {}

  /** Null where the container calls the picture an ordinary one. */
  static @Nullable Hdr of(AVCodecParameters declared) {
    return of(declared.color_trc());
  }

  /** Containers often say nothing or the usual thing, some bitstreams too: whichever says HDR. */
  static @Nullable Hdr of(AVFrame frame, AVCodecParameters declared) {
    Hdr seen = of(frame.color_trc());
    return seen == null ? of(declared) : seen;
  }

  private static @Nullable Hdr of(int transfer) {
    if (transfer == AVCOL_TRC_SMPTE2084) {
      return Hdr.PQ;
    }
    return transfer == AVCOL_TRC_ARIB_STD_B67 ? Hdr.HLG : null;
  }

  /**
   * The brightest light in cd/m²: of the content (CTA-861.3, MaxCLL) where it is told, else what
   * the mastering display could show (SMPTE ST 2086).
   */
  static double peak(AVFrame frame) {
    AVFrameSideData content = av_frame_get_side_data(frame, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL);
    if (content != null && !content.isNull()) {
      int brightest = new AVContentLightMetadata(content.data()).MaxCLL();
      if (brightest > 0) {
        return brightest;
      }
    }
    AVFrameSideData display =
        av_frame_get_side_data(frame, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA);
    if (display != null && !display.isNull()) {
      AVMasteringDisplayMetadata mastering = new AVMasteringDisplayMetadata(display.data());
      AVRational most = mastering.max_luminance();
      if (mastering.has_luminance() != 0 && most.num() > 0 && most.den() > 0) {
        return (double) most.num() / most.den();
      }
    }
    return ToneMap.USUAL_PEAK;
  }
}
