package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.capsula.media.drawing.DrawJob;

/** Makes footage of a drawn film: H.264 and AAC in one plain file, as a camera would. */
public final class FilmDrawer {
  private FilmDrawer() {}

  /**
   * @param progress is told how far into the film the drawing has come
   */
  public static void run(DrawJob job, Consumer<Duration> progress) throws LibavException {
    try (DrawnPictures pictures = new DrawnPictures(job);
        DrawnSound sound = new DrawnSound(job);
        MovieFile movie = new MovieFile(job.target())) {
      int video = movie.add(pictures.encoder());
      int audio = movie.add(sound.encoder());
      movie.turn(video, job.capture().rotation());
      movie.begin();
      sound.encodeAll(packet -> movie.write(packet, audio, sound.encoder()));
      AVRational tick = Times.rational(job.film().frameRate().inverse());
      long frames = Times.ticks(job.length(), tick);
      for (long number = 0; number < frames; number++) {
        pictures.draw(number, packet -> movie.write(packet, video, pictures.encoder()));
        progress.accept(Times.duration(number, tick));
      }
      pictures.finish(packet -> movie.write(packet, video, pictures.encoder()));
      movie.finish();
    }
  }
}
