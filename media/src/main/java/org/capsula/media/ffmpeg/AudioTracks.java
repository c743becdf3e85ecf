package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.LanguageCode;
import org.capsula.media.sound.Level;
import org.capsula.media.sound.LevelProfile;
import org.capsula.media.sound.LimiterForecast;
import org.capsula.media.sound.Loudness;
import org.jspecify.annotations.Nullable;

/** From libav*'s description of a sound track to ours. */
final class AudioTracks {
  private AudioTracks() {}

  /**
   * @param profile of the part that is used
   */
  static AudioTrack describe(AVStream stream, LevelProfile profile) {
    LimiterForecast forecast = new LimiterForecast(profile, Level.USUAL_LIMIT_DB);
    return new AudioTrack(
        stream.index(),
        codec(stream),
        stream.codecpar().ch_layout().nb_channels(),
        stream.codecpar().sample_rate(),
        Optional.ofNullable(tag(stream.metadata(), "language"))
            .flatMap(LanguageCode::of)
            .orElse(null),
        SoundRoles.of(stream),
        forecast.input().isSilence() ? null : forecast.input(),
        forecast.gainDb());
  }

  /** FFmpeg's short name; of what it does not know, the container's four letters. */
  static String codec(AVStream stream) {
    int id = stream.codecpar().codec_id();
    return id == 0 ? fourLetters(stream.codecpar().codec_tag()) : avcodec_get_name(id).getString();
  }

  /** Least byte first, as libav* keeps them. */
  private static String fourLetters(int tag) {
    StringBuilder letters = new StringBuilder();
    for (int shift = 0; shift < 32; shift += 8) {
      char letter = (char) (tag >> shift & 0xff);
      letters.append(letter > ' ' && letter < 127 ? letter : '.');
    }
    return letters.toString();
  }

  static @Nullable String tag(@Nullable AVDictionary metadata, String key) {
    AVDictionaryEntry entry = av_dict_get(metadata, key, null, 0);
    return entry == null ? null : entry.value().getString();
  }

  /**
   * @param sound the main one; null for a silent film
   */
  static List<Finding> findings(@Nullable AudioTrack sound) {
    if (sound == null) {
      return List.of(Finding.of(Code.NO_AUDIO));
    }
    Loudness loudness = sound.loudness();
    if (loudness == null) {
      return List.of(Finding.of(Code.SILENT));
    }
    return sound.gainDb() >= Loudness.MAX_GAIN_DB
        ? List.of(
            Finding.of(Code.GAIN_LIMITED)
                .with("loudness", Math.round(loudness.integratedLufs() * 10) / 10.0)
                .with("gain", Loudness.MAX_GAIN_DB))
        : List.of();
  }
}
