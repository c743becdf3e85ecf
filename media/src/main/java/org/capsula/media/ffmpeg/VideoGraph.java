package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.Trim;
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

  /** Less than that at a film's end is how cameras stop, and nobody sees it. */
  private static final Duration LONGEST_GAP = Duration.ofMillis(500);

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

  /**
   * @param first the first picture, which carries the colours that it is said to have
   */
  static Graph of(
      AVFrame first, AVRational timeBase, FrameColours colours, TranscodeJob job, VideoTrack video)
      throws LibavException {
    String branches = branches(colours, job, video);
    try (ToneMapFilter toneMap = ToneMapFilter.of(colours)) {
      String head = head(first, colours, toneMap, job, video);
      return new Graph("buffer", source(first, timeBase) + head + branches);
    }
  }

  /** What is done once, for all branches. */
  private static String head(
      AVFrame first,
      FrameColours colours,
      ToneMapFilter toneMap,
      TranscodeJob job,
      VideoTrack video) {
    String upright =
        (colours.transparent() ? size(first) + colours.opaque() : "")
            + (video.rotation() == 0 ? "" : size(first) + turn(video.rotation()));
    return timed(upright, job, video) + toneMapped(toneMap, job.rungs().get(0));
  }

  /** A picture that ends long before the sound, as a still one does, stays to the end of it. */
  private static String timed(String upright, TranscodeJob job, VideoTrack video) {
    String steady = ",fps=fps=" + video.frameRate() + ":start_time=0";
    Duration length = job.info().duration();
    if (length.minus(video.end()).compareTo(LONGEST_GAP) <= 0) {
      // A picture that is shown beyond the cut ends with it.
      return TrimFilter.picture(job.trim()) + upright + steady + TrimFilter.length(job.trim());
    }
    Duration end = job.trim().end();
    Trim part =
        new Trim(job.trim().start(), end == null || end.compareTo(length) > 0 ? length : end);
    return upright
        + steady
        + ",tpad=stop=-1:stop_mode=clone"
        + TrimFilter.picture(part)
        // The part may begin between two pictures of the grid.
        + steady;
  }

  private static String toneMapped(ToneMapFilter toneMap, Rung largest) {
    String filters = toneMap.filters(largest.width(), largest.height(), "bicubic");
    return filters.isEmpty()
        ? ""
        : filters + ",scale=out_range=tv:out_color_matrix=bt709:flags=accurate_rnd,format=yuv420p";
  }

  private static String branches(FrameColours colours, TranscodeJob job, VideoTrack video) {
    StoryboardPlan storyboard = job.storyboard();
    if (storyboard == null) {
      throw new IllegalArgumentException("a film with picture has a storyboard");
    }
    List<Rung> rungs = job.encodedRungs();
    // Where it leaves as it came, there is no scaled picture of the largest rung.
    boolean copied = job.copy() != null;
    StringBuilder text = new StringBuilder(",split=").append(rungs.size() + (copied ? 1 : 0));
    for (int i = 0; i < rungs.size(); i++) {
      text.append("[r").append(i).append(']');
    }
    text.append(copied ? "[c]" : "");
    String candidates = candidates(job.trim().lengthOf(job.info().duration()));
    int looked = smallEnough(rungs);
    for (int i = 0; i < rungs.size(); i++) {
      boolean candidate = i == 0 && !copied;
      text.append(rung(i, rungs.get(i), colours))
          .append(",split=%d[v%d]".formatted(1 + (candidate ? 1 : 0) + (i == looked ? 3 : 0), i))
          .append(candidate ? "[c]" : "")
          .append(i == looked ? "[p][s][t]" : "")
          .append(";[v%d]null".formatted(i))
          .append(sink(rungSink(i)));
    }
    text.append(";[c]").append(candidates).append(sink(CANDIDATE_SINK));
    text.append(";[p]").append(candidates).append(poster(video));
    text.append(storyboard(storyboard));
    text.append(tiny(video));
    return text.toString();
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

  static String source(AVFrame first, AVRational timeBase) {
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
   * The scalers behind take pictures that change their size midway, but other filters would read
   * past the end of a smaller one. A picture that has its size passes this one untouched.
   */
  private static String size(AVFrame first) {
    return ",scale=%d:%d".formatted(first.width(), first.height());
  }

  static String turn(int clockwise) {
    return switch (clockwise) {
      case 90 -> ",transpose=clock";
      case 180 -> ",hflip,vflip";
      case 270 -> ",transpose=cclock";
      default -> "";
    };
  }

  private static String rung(int index, Rung rung, FrameColours colours) {
    return ";[r%d]scale=%d:%d:flags=bicubic:out_range=tv%s,format=yuv420p,setsar=1"
        .formatted(index, rung.width(), rung.height(), colours.conversion());
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
    return ";[s]select='lt(selected_n\\,%d)*(isnan(prev_selected_t)+gt(floor(t/%s)\\,floor(prev_selected_t/%s)))',scale=%d:%d:flags=area:out_range=pc:out_color_matrix=bt601,setsar=1,format=yuvj420p,tile=%dx%d,buffersink@%s"
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
