package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.capsula.media.Rational;
import org.capsula.media.probe.PictureCopy;

/** The largest rung as a copy of the footage's own packets, put on the other rungs' clock. */
final class CopiedRung implements AutoCloseable {
  private final FramePlaces places;
  private final PictureCopy copy;
  private final SegmentGrid grid;
  private final FragmentedMp4 mp4;
  private final AVPacket own = av_packet_alloc();
  private int packets;

  /**
   * @param start the file's own time that counts as 0
   */
  CopiedRung(
      AVStream stream, Duration start, Rational rate, PictureCopy copy, SegmentGrid grid, Path file)
      throws LibavException {
    this.copy = copy;
    this.grid = grid;
    places = new FramePlaces(stream, start, rate);
    mp4 = new FragmentedMp4(file, stream.codecpar(), Times.rational(rate.inverse()));
  }

  /**
   * @param packet stays as it is
   */
  void accept(AVPacket packet) throws LibavException {
    LibavException.check("copy", av_packet_ref(own, packet));
    int place = places.of(packet.pts());
    own.pts(place).dts(packets - copy.delay()).duration(1).pos(-1);
    packets++;
    boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    mp4.write(own, key && grid.startsSegment(place));
    av_packet_unref(own);
  }

  void finish() throws LibavException {
    mp4.finish();
  }

  @Override
  public void close() {
    mp4.close();
    av_packet_free(own);
  }
}
