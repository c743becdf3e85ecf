package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StillJob;
import org.capsula.media.still.StillSize;
import org.jspecify.annotations.Nullable;

/** Takes one picture out of a film, or makes a poster of a picture. */
public final class StillTaker implements AutoCloseable {
  /** Containers whose index makes a seek land at or before the wanted time. */
  private static final Set<String> SEEKABLE = Set.of("mov", "matroska");

  private final StillJob job;
  private final Headway headway;

  /** The newest frame that is shown at the wanted time or before; the first one where none is. */
  private @Nullable AVFrame wanted;

  private boolean found;

  private StillTaker(StillJob job, Headway headway) {
    this.job = job;
    this.headway = headway;
  }

  /**
   * @throws UnreadableMediaException where there is no picture to be had
   */
  public static StillSize run(StillJob job, Headway headway)
      throws UnreadableMediaException, LibavException {
    try (StillTaker taker = new StillTaker(job, headway)) {
      return taker.take();
    }
  }

  private StillSize take() throws UnreadableMediaException, LibavException {
    try (Source source = open(job.source())) {
      AVStream video = FootageReader.best(source, AVMEDIA_TYPE_VIDEO);
      if (video == null) {
        throw unreadable();
      }
      Duration start = job.at() == null ? Duration.ZERO : Durations.start(source, video);
      try (Decoder decoder = new Decoder(video, start, new DecoderCount())) {
        read(source, decoder, start);
      } catch (LibavException e) {
        // What is beyond the limits is refused by the decoder when it is opened.
        throw unreadable();
      }
      AVFrame frame = wanted;
      if (frame == null) {
        throw unreadable();
      }
      return StillPicture.write(frame, video, job);
    }
  }

  private Source open(Path file) throws UnreadableMediaException {
    try {
      return job.at() == null ? Source.openPicture(file) : Source.open(file);
    } catch (LibavException e) {
      throw unreadable();
    }
  }

  private UnreadableMediaException unreadable() {
    return job.at() == null
        ? new UnreadableMediaException(
            "picture-unreadable",
            "it is no JPEG or PNG picture that can be read, or larger than 33 million pixels; save"
                + " it again as JPEG")
        : new UnreadableMediaException(
            "still-unreadable", "no picture can be had from the film at this time; choose another");
  }

  private void read(Source source, Decoder decoder, Duration start) throws LibavException {
    Duration at = job.at();
    if (at != null && SEEKABLE.contains(source.container())) {
      source.seekBefore(start.plus(at));
    }
    AVPacket packet = av_packet_alloc();
    try {
      while (!found && source.read(packet)) {
        if (packet.stream_index() == decoder.stream().index()) {
          decoder.decode(packet, frame -> look(frame, decoder.stream()));
          headway.at(Duration.ZERO);
        }
        av_packet_unref(packet);
      }
      if (!found) {
        decoder.decode(null, frame -> look(frame, decoder.stream()));
      }
    } finally {
      av_packet_free(packet);
    }
  }

  private void look(AVFrame frame, AVStream stream) {
    Duration at = job.at();
    boolean later = at != null && Times.duration(frame.pts(), stream.time_base()).compareTo(at) > 0;
    if (found || (later && wanted != null)) {
      found = true;
      return;
    }
    av_frame_free(wanted);
    wanted = av_frame_clone(frame);
    found = at == null || later;
  }

  @Override
  public void close() {
    av_frame_free(wanted);
  }
}
