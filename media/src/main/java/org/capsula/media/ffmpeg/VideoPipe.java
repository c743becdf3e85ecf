package org.capsula.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.TranscodeJob;
import org.jspecify.annotations.Nullable;

/** The picture: one decoder, one graph, an encoder a rung, the stills. */
final class VideoPipe implements TrackPipe {
  private final TranscodeJob job;
  private final VideoTrack video;
  private final Decoder decoder;
  private final List<RungEncoder> rungs = new ArrayList<>();
  private final PosterChoice poster;
  private @Nullable Graph graph;

  VideoPipe(Decoder decoder, TranscodeJob job, VideoTrack video) {
    this.decoder = decoder;
    this.job = job;
    this.video = video;
    for (Rung rung : job.rungs()) {
      rungs.add(
          new RungEncoder(
              rung,
              video.frameRate(),
              job.preset(),
              job.directory().resolve(TrackFiles.video(rung))));
    }
    poster = new PosterChoice();
  }

  @Override
  public int streamIndex() {
    return video.index();
  }

  @Override
  public void accept(AVPacket packet) throws LibavException {
    decoder.decode(packet, this::filter);
  }

  private void filter(AVFrame frame) throws LibavException {
    if (graph == null) {
      graph = VideoGraph.of(frame, decoder.stream().time_base(), job, video);
    }
    graph.push(frame);
    drain(graph);
  }

  /**
   * The largest rung goes first, as the poster is one of its frames: the small branch only says
   * which.
   */
  private void drain(Graph filled) throws LibavException {
    for (int i = 0; i < rungs.size(); i++) {
      RungEncoder rung = rungs.get(i);
      boolean largest = i == 0;
      filled
          .videoSink(VideoGraph.rungSink(i))
          .drain(
              frame -> {
                if (largest) {
                  poster.remember(frame);
                }
                rung.accept(frame);
              });
    }
    filled.videoSink(VideoGraph.POSTER_SINK).drain(poster::judge);
    filled
        .videoSink(VideoGraph.STORYBOARD_SINK)
        .drain(sheet -> JpegFile.write(sheet, job.directory().resolve(TrackFiles.STORYBOARD)));
    poster.forgetTheRest();
  }

  @Override
  public void finish() throws LibavException {
    decoder.decode(null, this::filter);
    if (graph == null) {
      return;
    }
    graph.push(null);
    drain(graph);
    for (RungEncoder rung : rungs) {
      rung.finish();
    }
    poster.write(job.directory().resolve(TrackFiles.POSTER));
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    decoder.errors().finding("picture").ifPresent(findings::add);
    if (graph == null) {
      findings.add(Finding.of(Code.VIDEO_NOT_DECODABLE).with("codec", video.codec()));
    }
    return findings;
  }

  @Override
  public void close() {
    poster.close();
    rungs.forEach(RungEncoder::close);
    if (graph != null) {
      graph.close();
    }
    decoder.close();
  }
}
