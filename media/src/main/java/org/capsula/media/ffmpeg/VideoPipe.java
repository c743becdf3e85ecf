package org.capsula.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.Chapter;
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
  private final PictureAnalysis analysis;
  private final Headway headway;
  private @Nullable Graph graph;

  /** Whether a picture came out at the far end; damaged times can leave none on the film's grid. */
  private boolean shown;

  VideoPipe(Decoder decoder, TranscodeJob job, VideoTrack video, Headway headway) {
    this.decoder = decoder;
    this.job = job;
    this.video = video;
    this.headway = headway;
    for (Rung rung : job.rungs()) {
      rungs.add(
          new RungEncoder(
              rung,
              video.frameRate(),
              job.preset(),
              job.directory().resolve(TrackFiles.video(rung))));
    }
    poster = new PosterChoice();
    analysis = new PictureAnalysis(job);
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
   * One frame a rung in turn: after a pause in the footage one push makes the frames of all of it,
   * which would pile up in the rungs that wait while one is drained to its end.
   */
  private void drain(Graph filled) throws LibavException {
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < rungs.size(); i++) {
        more |= filled.videoSink(VideoGraph.rungSink(i)).take(rungs.get(i)::accept);
        headway.goesOn();
      }
      shown |= more;
      judgeCandidates(filled);
      analyse(filled);
    }
  }

  /** What the work for the rungs has left waiting. */
  private void analyse(Graph filled) throws LibavException {
    Graph.Sink tiny = filled.videoSink(VideoGraph.TINY_SINK);
    while (tiny.takeWaiting(frame -> analysis.accept(frame, tiny.timeBase()))) {
      headway.goesOn();
    }
  }

  /** Asking for the next one would make the filters run on to it through all frames before. */
  private void judgeCandidates(Graph filled) throws LibavException {
    while (filled.videoSink(VideoGraph.CANDIDATE_SINK).takeWaiting(poster::remember)) {
      // Its small picture is on its way in the other branch.
      filled.videoSink(VideoGraph.POSTER_SINK).take(poster::judge);
    }
  }

  @Override
  public void finish() throws LibavException {
    decoder.decode(null, this::filter);
    if (graph == null) {
      return;
    }
    graph.push(null);
    drain(graph);
    analyse(graph);
    analysis.finish();
    // Its one sheet comes with the last frame, and only when asked for.
    graph
        .videoSink(VideoGraph.STORYBOARD_SINK)
        .take(sheet -> JpegFile.write(sheet, job.directory().resolve(TrackFiles.STORYBOARD)));
    for (RungEncoder rung : rungs) {
      rung.finish(headway);
    }
    poster.write(job.directory().resolve(TrackFiles.POSTER));
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(
        decoder.errors().findings("picture", job.trim().lengthOf(job.info().duration())));
    if (!shown) {
      findings.add(Finding.of(Code.VIDEO_NOT_DECODABLE).with("codec", video.codec()));
    }
    findings.addAll(analysis.findings());
    return findings;
  }

  /** Made from the scenes; for footage that brings none. */
  List<Chapter> chapters() {
    return analysis.chapters();
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
