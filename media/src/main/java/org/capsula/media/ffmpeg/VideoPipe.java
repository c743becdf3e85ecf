package org.capsula.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.Rational;
import org.capsula.media.colour.Hdr;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.Chapter;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.TranscodeJob;
import org.jspecify.annotations.Nullable;

/** The picture: one decoder, one graph, an encoder a rung, the stills. */
final class VideoPipe implements TrackPipe {
  private final TranscodeJob job;
  private final VideoTrack video;
  private final Decoder decoder;

  /** The encoders of each rung, which take the same frames. */
  private final List<List<RungThread>> rungs = new ArrayList<>();

  private final @Nullable CopiedRung copied;
  private final PosterChoice poster;
  private final PictureAnalysis analysis;
  private final Headway headway;
  private final Deinterlacer deinterlacer;
  private @Nullable FrameColours colours;
  private @Nullable Graph graph;

  /** Whether a picture came out at the far end; damaged times can leave none on the film's grid. */
  private boolean shown;

  VideoPipe(Decoder decoder, TranscodeJob job, VideoTrack video, Headway headway)
      throws LibavException {
    this.decoder = decoder;
    this.job = job;
    this.video = video;
    this.headway = headway;
    SegmentGrid grid = SegmentGrid.of(job);
    copied = copiedRung(grid);
    for (Rung rung : job.encodedRungs()) {
      Rational rate = video.frameRate();
      List<RungThread> threads = new ArrayList<>();
      threads.add(new RungThread(RungEncoder.h264(rung, rate, grid, job), "rung " + rung.lines()));
      if (job.av1()) {
        threads.add(
            new RungThread(RungEncoder.av1(rung, rate, grid, job), "AV1 rung " + rung.lines()));
      }
      rungs.add(threads);
    }
    poster = new PosterChoice();
    analysis = new PictureAnalysis(job);
    deinterlacer = new Deinterlacer(decoder.stream());
  }

  private @Nullable CopiedRung copiedRung(SegmentGrid grid) throws LibavException {
    PictureCopy copy = job.copy();
    return copy == null
        ? null
        : new CopiedRung(
            decoder.stream(),
            job.info().start(),
            video.frameRate(),
            copy,
            grid,
            job.directory().resolve(TrackFiles.video(job.rungs().get(0))));
  }

  @Override
  public int streamIndex() {
    return video.index();
  }

  @Override
  public void accept(AVPacket packet) throws LibavException {
    if (copied != null) {
      copied.accept(packet);
    }
    decoder.decode(packet, this::tag);
  }

  private void tag(AVFrame frame) throws LibavException {
    if (colours == null) {
      colours = FrameColours.of(frame, decoder.stream().codecpar());
    }
    colours.tag(frame);
    deinterlacer.accept(frame, this::filter);
  }

  private void filter(AVFrame frame) throws LibavException {
    if (graph == null) {
      FrameColours known = Objects.requireNonNull(colours);
      graph = VideoGraph.of(frame, decoder.stream().time_base(), known, job, video);
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
        List<RungThread> rung = rungs.get(i);
        more |=
            filled
                .videoSink(VideoGraph.rungSink(i))
                .take(
                    frame -> {
                      for (RungThread encoder : rung) {
                        encoder.accept(frame, headway);
                      }
                    });
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
    decoder.decode(null, this::tag);
    deinterlacer.finish(this::filter);
    if (copied != null) {
      copied.finish();
    }
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
    for (List<RungThread> rung : rungs) {
      for (RungThread encoder : rung) {
        encoder.finish(headway);
      }
    }
    poster.write(job.directory().resolve(TrackFiles.POSTER));
  }

  /** As the pictures say that came out; null for ordinary ones. */
  @Nullable Hdr hdr() {
    return colours == null ? null : colours.hdr();
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(
        decoder.errors().findings("picture", job.trim().lengthOf(job.info().duration())));
    if (!shown) {
      findings.add(Finding.of(Code.VIDEO_NOT_DECODABLE).with("codec", video.codec()));
    }
    Hdr hdr = hdr();
    if (hdr != null) {
      findings.add(Finding.of(Code.HDR_TONE_MAPPED).with("transfer", hdr.word()));
    }
    if (deinterlacer.used()) {
      findings.add(Finding.of(Code.DEINTERLACED));
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
    if (copied != null) {
      copied.close();
    }
    deinterlacer.close();
    rungs.forEach(rung -> rung.forEach(RungThread::close));
    if (graph != null) {
      graph.close();
    }
    decoder.close();
  }
}
