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
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.probe.VideoTrack;
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
    Duration start = Durations.start(source, video);
    try (SoundScans sounds = new SoundScans(source, audio, start, trim)) {
      PacketScan scan = new PacketScan(start, video, sounds.all());
      scanAll(source, scan, headway);
      sounds.finish();
      List<Finding> findings = new ArrayList<>();
      VideoTrack picture = null;
      if (video != null) {
        picture = VideoTracks.describe(video, scan.pictureTimes(), scan.pictureEnd());
        findings.addAll(VideoTracks.findings(video, picture));
        findings.addAll(unusedPictures(source, video));
      }
      if (video == null && sounds.used().isEmpty()) {
        throw noTracks(source);
      }
      findings.addAll(sounds.findings());
      Durations.truncated(source, scan.end()).ifPresent(findings::add);
      Duration length = Durations.end(source, start, scan.end());
      findings.addAll(ends(source, start, scan, trim));
      return new MediaInfo(
          source.container(),
          start,
          length,
          picture,
          picture == null ? null : scan.copy(picture, length),
          sounds.used(),
          Chapters.of(source, start),
          findings);
    }
  }

  /** Only of what was there at all. */
  private static List<Finding> ends(Source source, Duration start, PacketScan scan, Trim trim) {
    if (scan.pictureEnd().isZero() || scan.soundEnd().isZero()) {
      return List.of();
    }
    return TrackEnds.findings(
        Durations.end(source, start, scan.pictureEnd()),
        TrackEnds.longest(scan.pictureTimes()),
        Durations.end(source, start, scan.soundEnd()),
        trim);
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
    AVStream first = source.stream(index);
    if (kind != AVMEDIA_TYPE_VIDEO || (isPicture(first) && !isSingle(first))) {
      return first;
    }
    // A cover that is a track of its own, and the default one, would win over the film.
    for (int i = 0; i < source.context().nb_streams(); i++) {
      if (isPicture(source.stream(i)) && !isSingle(source.stream(i))) {
        return source.stream(i);
      }
    }
    return isPicture(first) ? first : null;
  }

  private static boolean isPicture(AVStream stream) {
    return stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
        && (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0
        && Limits.allow(stream.codecpar())
        && avcodec_find_decoder(stream.codecpar().codec_id()) != null;
  }

  /** As far as the container counts. */
  private static boolean isSingle(AVStream stream) {
    return stream.nb_frames() == 1;
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

  private static List<Finding> unusedPictures(Source source, AVStream used) {
    int pictures = 0;
    for (int i = 0; i < source.context().nb_streams(); i++) {
      AVStream stream = source.stream(i);
      boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
      if (stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO && !cover && i != used.index()) {
        pictures++;
      }
    }
    return pictures == 0
        ? List.of()
        : List.of(Finding.of(Code.TRACK_NOT_USED).with("kind", "picture").with("count", pictures));
  }
}
