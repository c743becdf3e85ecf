package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.sound.Loudness;
import org.jspecify.annotations.Nullable;

/** From libav*'s description of a sound track to ours. */
final class AudioTracks {
  private AudioTracks() {}

  static AudioTrack describe(AVStream stream) {
    String language = tag(stream.metadata(), "language");
    return new AudioTrack(
        stream.index(),
        avcodec_get_name(stream.codecpar().codec_id()).getString(),
        stream.codecpar().ch_layout().nb_channels(),
        stream.codecpar().sample_rate(),
        "und".equals(language) ? null : language);
  }

  static @Nullable String tag(@Nullable AVDictionary metadata, String key) {
    AVDictionaryEntry entry = av_dict_get(metadata, key, null, 0);
    return entry == null ? null : entry.value().getString();
  }

  /**
   * @param sound null for a silent film
   * @param loudness null where there is nothing to hear
   */
  static List<Finding> findings(@Nullable AudioTrack sound, @Nullable Loudness loudness) {
    if (sound == null) {
      return List.of(Finding.of(Code.NO_AUDIO));
    }
    if (loudness == null) {
      return List.of(Finding.of(Code.SILENT));
    }
    return loudness.gainIsBounded()
        ? List.of(
            Finding.of(Code.GAIN_LIMITED)
                .with("loudness", Math.round(loudness.integratedLufs() * 10) / 10.0)
                .with("gain", Loudness.MAX_GAIN_DB))
        : List.of();
  }
}
