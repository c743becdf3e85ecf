package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.probe.Chapter;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.watch.PictureWatch;
import org.capsula.media.watch.SceneChapters;
import org.capsula.media.watch.Span;
import org.capsula.media.watch.TinyPicture;

/** What the tiny pictures of the graph's smallest branch tell of the film. */
final class PictureAnalysis {
  private final TranscodeJob job;
  private final Duration length;
  private final PictureWatch watch = new PictureWatch();

  PictureAnalysis(TranscodeJob job) {
    this.job = job;
    length = job.trim().lengthOf(job.info().duration());
  }

  /**
   * @param tiny as large as a {@link TinyPicture}
   * @param timeBase of its time, which counts from the beginning of the part that is used
   */
  void accept(AVFrame tiny, AVRational timeBase) {
    byte[] luma = new byte[TinyPicture.SAMPLES];
    BytePointer plane = new BytePointer(tiny.data(0));
    for (int row = 0; row < TinyPicture.HEIGHT; row++) {
      plane
          .position((long) row * tiny.linesize(0))
          .get(luma, row * TinyPicture.WIDTH, TinyPicture.WIDTH);
    }
    watch.accept(new TinyPicture(Times.duration(tiny.pts(), timeBase), luma));
  }

  void finish() {
    watch.finish(length);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<Finding> black = Places.of(Code.PICTURE_BLACK, ofFootage(watch.black()));
    findings.addAll(Places.listed(Places.judged(black, length)));
    findings.addAll(Places.listed(Places.of(Code.PICTURE_FROZEN, ofFootage(watch.frozen()))));
    return findings;
  }

  private List<Span> ofFootage(List<Span> spans) {
    return TrackEnds.before(
        spans.stream().map(span -> span.shifted(job.trim().start())).toList(),
        "picture",
        job.info().findings());
  }

  /** From the footage's start, as a container's are. */
  List<Chapter> chapters() {
    return SceneChapters.of(watch.scenes(), length).stream()
        .map(chapter -> new Chapter(chapter.start().plus(job.trim().start()), chapter.title()))
        .toList();
  }
}
