package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOMEM;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;

/**
 * Says what a footage file is, reading all of it once: the picture's packets only for their times,
 * the sound also for its loudness, which must be known before it is encoded.
 */
public final class FootageReader {
  private FootageReader() {}

  /**
   * @param trim the part whose loudness counts
   * @throws UnreadableMediaException where there is neither picture nor sound to be had
   */
  public static MediaInfo read(Path file, Trim trim, Headway headway)
      throws UnreadableMediaException {
    try (Source source = Source.open(file)) {
      return read(source, trim, headway);
    } catch (LibavException e) {
      throw unreadable(e);
    }
  }

  private static UnreadableMediaException unreadable(LibavException cause) {
    if (cause.code() == AVERROR_INVALIDDATA()) {
      return new UnreadableMediaException(
          "footage-unreadable",
          "it is not a film in a format that Capsula reads, or its beginning or index is damaged"
              + " (was it copied completely?)");
    }
    if (cause.code() == AVERROR_ENOMEM()) {
      return new UnreadableMediaException(
          "limit-memory",
          "it asks for more tracks or more memory than any film needs; export it again with another"
              + " program");
    }
    return new UnreadableMediaException(
        "footage-unreadable", "it cannot be read (" + cause.getMessage() + ")");
  }

  private static MediaInfo read(Source source, Trim trim, Headway headway)
      throws UnreadableMediaException, LibavException {
    AVStream video = best(source, AVMEDIA_TYPE_VIDEO);
    AVStream audio = best(source, AVMEDIA_TYPE_AUDIO);
    if (video == null && audio == null) {
      throw noTracks(source);
    }
    Duration start = Durations.start(source);
    try (PacketScan scan = new PacketScan(start, video, audio, trim)) {
      scanAll(source, scan, headway);
      List<Finding> findings = new ArrayList<>();
      VideoTrack picture = null;
      if (video != null) {
        picture = VideoTracks.describe(video, scan.pictureTimes());
        findings.addAll(VideoTracks.findings(video, picture));
      }
      AudioTrack sound = audio == null ? null : AudioTracks.describe(audio);
      Loudness loudness = scan.loudness();
      findings.addAll(AudioTracks.findings(sound, loudness));
      findings.addAll(unused(source, picture, sound));
      Durations.truncated(source, scan.end()).ifPresent(findings::add);
      return new MediaInfo(
          source.container(),
          start,
          Durations.end(source, scan.end()),
          picture,
          sound,
          loudness,
          Chapters.of(source, start),
          findings);
    }
  }

  private static void scanAll(Source source, PacketScan scan, Headway headway)
      throws LibavException, UnreadableMediaException {
    AVPacket packet = av_packet_alloc();
    try {
      while (source.read(packet)) {
        scan.accept(packet);
        headway.at(scan.end());
        if (scan.isTooLong()) {
          throw new UnreadableMediaException(
              "too-long",
              "it lasts longer than twelve hours, or its times are damaged; give it in shorter parts,"
                  + " or export it again with another program");
        }
        av_packet_unref(packet);
      }
      scan.finish();
    } finally {
      av_packet_free(packet);
    }
  }

  /** The main stream of a kind that can be decoded; a cover picture is no film. */
  static @Nullable AVStream best(Source source, int kind) {
    int index = av_find_best_stream(source.context(), kind, -1, -1, new AVCodec(null), 0);
    if (index < 0) {
      return null;
    }
    AVStream stream = source.stream(index);
    boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
    boolean sized = kind != AVMEDIA_TYPE_VIDEO || Limits.allow(stream.codecpar());
    return cover || !sized ? null : stream;
  }

  private static UnreadableMediaException noTracks(Source source) {
    for (int i = 0; i < source.context().nb_streams(); i++) {
      int kind = source.stream(i).codecpar().codec_type();
      if ((kind == AVMEDIA_TYPE_VIDEO || kind == AVMEDIA_TYPE_AUDIO)
          && avcodec_find_decoder(source.stream(i).codecpar().codec_id()) == null) {
        return new UnreadableMediaException(
            "no-decodable-track",
            "its tracks are in a format that Capsula cannot decode; export it again as H.264 with"
                + " AAC sound");
      }
      if (kind == AVMEDIA_TYPE_VIDEO && !Limits.allow(source.stream(i).codecpar())) {
        return new UnreadableMediaException(
            "no-decodable-track",
            "its picture is damaged or larger than 8K; export it again as H.264 with AAC sound");
      }
    }
    return new UnreadableMediaException(
        "no-tracks", "it is a container without picture or sound; export the film again");
  }

  private static List<Finding> unused(
      Source source, @Nullable VideoTrack picture, @Nullable AudioTrack sound) {
    List<Finding> findings = new ArrayList<>();
    int pictures = 0;
    int sounds = 0;
    for (int i = 0; i < source.context().nb_streams(); i++) {
      AVStream stream = source.stream(i);
      int kind = stream.codecpar().codec_type();
      boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
      if (kind == AVMEDIA_TYPE_VIDEO && !cover && (picture == null || i != picture.index())) {
        pictures++;
      } else if (kind == AVMEDIA_TYPE_AUDIO && (sound == null || i != sound.index())) {
        sounds++;
      }
    }
    addUnused(findings, "picture", pictures);
    addUnused(findings, "sound", sounds);
    return findings;
  }

  private static void addUnused(List<Finding> findings, String kind, int count) {
    if (count > 0) {
      findings.add(Finding.of(Code.TRACK_NOT_USED).with("kind", kind).with("count", count));
    }
  }
}
