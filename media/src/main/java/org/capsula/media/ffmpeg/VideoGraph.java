package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.watch.TinyPicture;

/**
 * The one filter graph behind the one decoder: cut, turn and time the picture once, then a branch a
 * rung. What may become the poster leaves in full size out of the largest rung; what is only looked
 * at, small, comes out of the smallest that will do, where scaling it costs least.
 */
final class VideoGraph {
  static final String POSTER_SINK = "poster";

  /** The same frames as in {@link #POSTER_SINK}, as large as the largest rung. */
  static final String CANDIDATE_SINK = "candidate";

  static final String STORYBOARD_SINK = "storyboard";

  /** About ten pictures a second in the size of a {@link TinyPicture}. */
  static final String TINY_SINK = "tiny";

  private static final int TINY_A_SECOND = 10;
  private static final int POSTER_BRANCH_PIXELS = 320;

  /** Two candidates a second, fewer in films of more than four minutes. */
  private static final double POSTER_SECONDS = 0.5;

  private static final double MOST_CANDIDATES = 480;

  private VideoGraph() {}

  static String rungSink(int index) {
    return "rung" + index;
  }

  static Graph of(AVFrame first, AVRational timeBase, TranscodeJob job, VideoTrack video)
      throws LibavException {
    StoryboardPlan storyboard = job.storyboard();
    if (storyboard == null) {
      throw new IllegalArgumentException("a film with picture has a storyboard");
    }
    List<Rung> rungs = job.rungs();
    StringBuilder text = new StringBuilder(source(first, timeBase));
    text.append(TrimFilter.picture(job.trim()))
        .append(steady(video.rotation(), first))
        .append(turn(video.rotation()));
    text.append(",fps=fps=").append(video.frameRate()).append(":start_time=0");
    text.append(",split=").append(rungs.size());
    for (int i = 0; i < rungs.size(); i++) {
      text.append("[r").append(i).append(']');
    }
    String candidates = candidates(job.trim().lengthOf(job.info().duration()));
    int looked = smallEnough(rungs);
    for (int i = 0; i < rungs.size(); i++) {
      text.append(rung(i, rungs.get(i), first.colorspace() == AVCOL_SPC_RGB))
          .append(",split=%d[v%d]".formatted(1 + (i == 0 ? 1 : 0) + (i == looked ? 3 : 0), i))
          .append(i == 0 ? "[c]" : "")
          .append(i == looked ? "[p][s][t]" : "")
          .append(";[v%d]null".formatted(i))
          .append(sink(rungSink(i)));
    }
    text.append(";[c]").append(candidates).append(sink(CANDIDATE_SINK));
    text.append(";[p]").append(candidates).append(poster(video));
    text.append(storyboard(storyboard));
    text.append(tiny(video));
    return new Graph("buffer", text.toString());
  }

  /** The smallest rung that need not be enlarged to judge posters; the largest where none is. */
  private static int smallEnough(List<Rung> rungs) {
    int smallest = 0;
    for (int i = 0; i < rungs.size(); i++) {
      Rung rung = rungs.get(i);
      boolean enough = Math.max(rung.width(), rung.height()) >= POSTER_BRANCH_PIXELS;
      smallest = enough && rung.lines() < rungs.get(smallest).lines() ? i : smallest;
    }
    return smallest;
  }

  private static String source(AVFrame first, AVRational timeBase) {
    AVRational aspect = first.sample_aspect_ratio();
    boolean known = aspect.num() > 0 && aspect.den() > 0;
    return "buffer@in=video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:pixel_aspect=%d/%d:colorspace=%d:range=%d"
        .formatted(
            first.width(),
            first.height(),
            first.format(),
            timeBase.num(),
            timeBase.den(),
            known ? aspect.num() : 1,
            known ? aspect.den() : 1,
            first.colorspace(),
            first.color_range());
  }

  /**
   * The scalers behind take pictures that change their size midway, but the filters that turn would
   * read past the end of a smaller one. A picture that has its size passes the first untouched.
   */
  private static String steady(int clockwise, AVFrame first) {
    return clockwise % 360 == 0 ? "" : ",scale=%d:%d".formatted(first.width(), first.height());
  }

  static String turn(int clockwise) {
    return switch (clockwise) {
      case 90 -> ",transpose=clock";
      case 180 -> ",hflip,vflip";
      case 270 -> ",transpose=cclock";
      default -> "";
    };
  }

  private static String rung(int index, Rung rung, boolean rgb) {
    return ";[r%d]scale=%d:%d:flags=bicubic:out_range=tv%s,format=yuv420p,setsar=1"
        .formatted(index, rung.width(), rung.height(), rgb ? ":out_color_matrix=bt709" : "");
  }

  private static String sink(String name) {
    return ",buffersink@" + name;
  }

  /** By time alone, so that it chooses the same frames in every branch. */
  private static String candidates(Duration length) {
    double interval = Math.max(POSTER_SECONDS, length.toMillis() / 1000.0 / MOST_CANDIDATES);
    // A filter's decimals have a point, wherever the machine stands.
    return String.format(
        Locale.ROOT, "select='isnan(prev_selected_t)+gte(t-prev_selected_t\\,%.3f)'", interval);
  }

  private static String poster(VideoTrack video) {
    boolean portrait = video.height() > video.width();
    return ",scale=%s:flags=area:out_range=tv,format=yuv420p"
            .formatted(portrait ? "-2:" + POSTER_BRANCH_PIXELS : POSTER_BRANCH_PIXELS + ":-2")
        + sink(POSTER_SINK);
  }

  /** Whatever its shape: what is looked for is seen in a distorted picture as well. */
  private static String tiny(VideoTrack video) {
    long every = Math.max(1, Math.round(video.frameRate().toDouble() / TINY_A_SECOND));
    return ";[t]framestep=%d,scale=%d:%d:flags=area,format=yuv420p"
            .formatted(every, TinyPicture.WIDTH, TinyPicture.HEIGHT)
        + sink(TINY_SINK);
  }

  /**
   * The first frame at or after each multiple of the interval, set into one sheet. A film that is
   * longer by a frame than it was said to be must not begin a second sheet.
   */
  private static String storyboard(StoryboardPlan plan) {
    String interval = Times.seconds(plan.interval());
    return ";[s]select='lt(selected_n\\,%d)*(isnan(prev_selected_t)+gt(floor(t/%s)\\,floor(prev_selected_t/%s)))',scale=%d:%d:flags=area:out_range=pc,setsar=1,format=yuvj420p,tile=%dx%d,buffersink@%s"
        .formatted(
            plan.thumbnails(),
            interval,
            interval,
            plan.width(),
            plan.height(),
            plan.columns(),
            plan.rows(),
            STORYBOARD_SINK);
  }
}
