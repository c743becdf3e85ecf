package org.capsula.media.drawing;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.capsula.media.Rational;

/** The three films of the demo: what each is, before any camera's fault. */
public enum DrawnFilm {
  /** The online form that someone cannot fill in alone; held upright, as by a phone. */
  ALLOWANCE_FORM(720, 1280, 30, 19_300),
  /** The mother who cannot reach the school's platform. */
  SCHOOL_PLATFORM(1280, 720, 50, 19_000),
  /** The password that a client hands over. */
  SHARED_PASSWORD(1280, 720, 25, 18_800);

  private final int width;
  private final int height;
  private final int framesPerSecond;
  private final Duration length;

  DrawnFilm(int width, int height, int framesPerSecond, int millis) {
    this.width = width;
    this.height = height;
    this.framesPerSecond = framesPerSecond;
    this.length = Duration.ofMillis(millis);
  }

  /** As it is shown, in pixels. */
  public int width() {
    return width;
  }

  /** As it is shown, in pixels. */
  public int height() {
    return height;
  }

  public Rational frameRate() {
    return Rational.of(framesPerSecond);
  }

  public Duration length() {
    return length;
  }

  /** The name that its files go by, e.g. {@code allowance-form}. */
  public String stem() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The voices as Opus in Ogg, from the film's first instant on. */
  public InputStream voice() {
    InputStream voice = DrawnFilm.class.getResourceAsStream(stem() + ".ogg");
    if (voice == null) {
      throw new IllegalStateException("no voice for " + stem());
    }
    return voice;
  }

  /** Paints frames; what stands still in a shot is kept, so one reel serves one run. */
  public Reel reel() {
    Painter painter = shots(length.toMillis() / 1000.0);
    return (image, time) -> {
      Graphics2D graphics = image.createGraphics();
      painter.paint(new Canvas(graphics, width, height), time.toNanos() / 1e9);
      graphics.dispose();
    };
  }

  private Painter shots(double seconds) {
    return switch (this) {
      case ALLOWANCE_FORM -> AllowanceForm.shots(seconds);
      case SCHOOL_PLATFORM -> SchoolPlatform.shots(seconds);
      case SHARED_PASSWORD -> SharedPassword.shots(seconds);
    };
  }

  /** Paints the frame of an instant. */
  public interface Reel {
    /**
     * @param image of the film's size; all of it is painted over
     */
    void paint(BufferedImage image, Duration time);
  }
}
