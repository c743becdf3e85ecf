package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.sound.Level;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.TranscodeJob;

/**
 * Hears what came out of the encoder. AAC shoots over hard claps by up to five decibels, which no
 * limiter in front of it can know: such a sound is encoded once more. Speech and music stay within
 * the decibel that {@link Level#USUAL_LIMIT_DB} leaves.
 */
final class SoundLevelling {
  private static final int MOST_ATTEMPTS = 4;

  private final TranscodeJob job;
  private final Headway headway;

  SoundLevelling(TranscodeJob job, Headway headway) {
    this.job = job;
    this.headway = headway;
  }

  /**
   * @param encoded a finished sound
   * @return how loud it is in the end; empty where it is silent or could not be decoded
   */
  Optional<Loudness> check(AudioPipe encoded) throws LibavException {
    AudioTrack track = encoded.track();
    if (track.loudness() == null || !encoded.hasSound()) {
      return Optional.empty();
    }
    Level level = encoded.level();
    Loudness output = EncodedSound.loudness(encoded.file(), headway);
    for (int i = 0; i < MOST_ATTEMPTS && !level.isRightFor(output); i++) {
      level = level.after(output);
      encode(encoded, level);
      output = EncodedSound.loudness(encoded.file(), headway);
    }
    return Optional.of(output);
  }

  private void encode(AudioPipe first, Level level) throws LibavException {
    AVPacket packet = av_packet_alloc();
    try (Source source = Source.open(job.footage());
        AudioPipe again = first.at(level, source)) {
      while (source.read(packet)) {
        if (packet.stream_index() == again.streamIndex()) {
          again.accept(packet);
        }
        headway.goesOn();
        av_packet_unref(packet);
      }
      again.finish();
    } finally {
      av_packet_free(packet);
    }
  }
}
