package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_describe;
import static org.bytedeco.ffmpeg.global.avutil.av_get_sample_fmt_name;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * How sound lies in a frame, in FFmpeg's words.
 *
 * @param rate samples a second
 */
record SoundShape(int rate, String format, String layout) {

  static SoundShape of(AVFrame frame) {
    return new SoundShape(
        frame.sample_rate(), av_get_sample_fmt_name(frame.format()).getString(), layout(frame));
  }

  private static String layout(AVFrame frame) {
    AVChannelLayout layout = frame.ch_layout();
    if (layout.order() == AV_CHANNEL_ORDER_UNSPEC) {
      av_channel_layout_default(layout, layout.nb_channels());
    }
    try (BytePointer text = new BytePointer(128)) {
      av_channel_layout_describe(layout, text, text.capacity());
      return NativeText.upToNul(text);
    }
  }
}
