package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVALPHA_MODE_PREMULTIPLIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.capsula.media.colour.Hdr;
import org.jspecify.annotations.Nullable;

/**
 * What a film's numbers mean in colours: as the bitstream says, else as the container says, else as
 * players guess.
 *
 * @param matrix FFmpeg's number (H.273 MatrixCoefficients)
 * @param primaries FFmpeg's number (H.273 ColourPrimaries)
 * @param transfer FFmpeg's number (H.273 TransferCharacteristics)
 * @param hdr null for ordinary pictures
 * @param peak the brightest light of an HDR film in cd/m²
 * @param transparent whether pictures have an alpha plane that is not yet counted in
 */
record FrameColours(
    int matrix, int primaries, int transfer, @Nullable Hdr hdr, double peak, boolean transparent) {
  /** What goes into the encoder as it is. */
  private static final Set<Integer> CARRIED =
      Set.of(
          AVCOL_SPC_BT709,
          AVCOL_SPC_BT470BG,
          AVCOL_SPC_SMPTE170M,
          AVCOL_SPC_BT2020_NCL,
          AVCOL_SPC_BT2020_CL);

  /** Players take what is at least this large for high definition, which is BT.709. */
  private static final int HD_LINES = 720;

  private static final int HD_LONG_SIDE = 1280;

  static FrameColours of(AVFrame first, AVCodecParameters declared) {
    Hdr hdr = HdrSigns.of(first, declared);
    int matrix = matrix(first, declared, hdr);
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(first.format());
    return new FrameColours(
        matrix,
        known(first.color_primaries(), declared.color_primaries(), primariesOf(matrix)),
        known(first.color_trc(), declared.color_trc(), transferOf(matrix)),
        hdr,
        HdrSigns.peak(first),
        (format.flags() & AV_PIX_FMT_FLAG_ALPHA) != 0
            && first.alpha_mode() != AVALPHA_MODE_PREMULTIPLIED);
  }

  private static int matrix(AVFrame first, AVCodecParameters declared, @Nullable Hdr hdr) {
    long flags = av_pix_fmt_desc_get(first.format()).flags();
    if ((flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0) {
      return AVCOL_SPC_RGB;
    }
    int guess = hdr == null ? guess(first.width(), first.height()) : AVCOL_SPC_BT2020_NCL;
    // A picture that is stored in luma and chroma cannot be one of RGB, whatever it says.
    return known(first.colorspace(), declared.color_space(), guess);
  }

  private static int guess(int width, int height) {
    return Math.min(width, height) >= HD_LINES || Math.max(width, height) >= HD_LONG_SIDE
        ? AVCOL_SPC_BT709
        : AVCOL_SPC_SMPTE170M;
  }

  private static int primariesOf(int matrix) {
    if (matrix == AVCOL_SPC_BT709 || matrix == AVCOL_SPC_RGB) {
      return AVCOL_PRI_BT709;
    }
    if (matrix == AVCOL_SPC_BT470BG) {
      return AVCOL_PRI_BT470BG;
    }
    return matrix == AVCOL_SPC_SMPTE170M ? AVCOL_PRI_SMPTE170M : AVCOL_PRI_UNSPECIFIED;
  }

  private static int transferOf(int matrix) {
    if (matrix == AVCOL_SPC_BT709 || matrix == AVCOL_SPC_RGB) {
      return AVCOL_TRC_BT709;
    }
    return matrix == AVCOL_SPC_BT470BG || matrix == AVCOL_SPC_SMPTE170M
        ? AVCOL_TRC_SMPTE170M
        : AVCOL_TRC_UNSPECIFIED;
  }

  private static int known(int bitstream, int container, int otherwise) {
    if (isKnown(bitstream)) {
      return bitstream;
    }
    return isKnown(container) ? container : otherwise;
  }

  /** In H.273 the number 2 says "unspecified" for all three, and 0 is reserved but for RGB. */
  private static boolean isKnown(int code) {
    return code != AVCOL_SPC_UNSPECIFIED && code != 0;
  }

  /** Writes it on a picture, so that whatever is made of that one carries it on. */
  void tag(AVFrame frame) {
    frame.colorspace(matrix).color_primaries(primaries).color_trc(transfer);
  }

  /**
   * Behind a scaler's other options: what it has to do so that the encoder gets a matrix that
   * players know.
   */
  String conversion() {
    return CARRIED.contains(matrix) ? "" : ":out_color_matrix=bt709";
  }

  /** Lays the picture on black; what an alpha plane hides may be of any colour. */
  String opaque() {
    return transparent
        ? ",format=yuva444p|yuva444p10|yuva444p12|yuva444p16|gbrap|gbrap10|gbrap12|gbrap16,premultiply=inplace=1"
        : "";
  }
}
