package org.capsula.media.drawing;

import static org.capsula.media.drawing.Motion.between;
import static org.capsula.media.drawing.Motion.during;
import static org.capsula.media.drawing.Motion.ease;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** A secret is handed over, and handed back. 1280 by 720. */
final class SharedPassword {
  private static final Rectangle2D PANE = new Rectangle2D.Double(80, 74, 300, 290);
  private static final Rectangle2D CLOSE = new Rectangle2D.Double(-70, 40, 330, 380);

  private final Voice voice = Voice.of("shared-password");

  private SharedPassword() {}

  static Painter shots(double length) {
    SharedPassword film = new SharedPassword();
    Painter office = new Still(SharedPassword::office);
    Painter wall = new Still(SharedPassword::wall);
    Painter table = new Still(SharedPassword::table);
    return new Shots(length)
        .then(film.voice.end(0) + 0.6, (canvas, t) -> film.handedOver(canvas, office, t))
        .then(film.voice.end(1) + 0.4, (canvas, t) -> film.hesitation(canvas, wall, t))
        .then(film.voice.end(2) + 0.5, (canvas, t) -> film.handedBack(canvas, office, t))
        .then(film.voice.end(3) + 0.25, (canvas, t) -> film.eyesAway(canvas, office, t))
        .then(length, (canvas, t) -> limit(canvas, table, t - film.voice.start(4)));
  }

  private static void office(Canvas canvas, double t) {
    Room.wall(canvas, new Color(0xe6ebe2), new Color(0xc9d3c4));
    Room.sky(canvas, PANE, new Color(0xbcdcea), new Color(0xf2efdc));
    Room.shelf(canvas, 880, 226, 320);
    canvas.glow(230, 420, 900, 700, new Color(255, 246, 214, 120));
    Clock.face(canvas, 640, 130, 62);
  }

  private static void wall(Canvas canvas, double t) {
    Room.wall(canvas, new Color(0xe6ebe2), new Color(0xc3cfc0));
    Room.sky(canvas, CLOSE, new Color(0xbcdcea), new Color(0xf2efdc));
    canvas.glow(160, 420, 1100, 900, new Color(255, 246, 214, 120));
    Clock.face(canvas, 1010, 190, 104);
  }

  private static void air(Canvas canvas, Painter office, double t) {
    office.paint(canvas, t);
    Room.clouds(canvas, PANE, new Color(255, 255, 255, 190), t);
    Room.window(canvas, PANE, Palette.PAPER);
    Props.plant(canvas, 1160, 184, 0.6, t);
    Props.plant(canvas, 130, 366, 0.55, t + 3);
    Clock.hands(canvas, 640, 130, 62, t);
    Room.motes(canvas, t);
  }

  private void handedOver(Canvas canvas, Painter office, double t) {
    air(canvas, office, t);
    Person helper = new Person(Look.ELISE, 400, 286 + 3 * Motion.sway(t, 1), 1.28);
    Person client = new Person(Look.MARTIN, 890, 280 + 3 * Motion.sway(t, 4), 1.34);
    double gives = ease(t, 0.9, 1.9);
    helper.paint(canvas, Pose.of(0.6, 0.4 * gives, 0.2 * gives).alive(0, t, 0.2), t);
    client.paint(
        canvas, Pose.of(-0.65, 0.1, 0.55).alive(voice.mouth(Voice.Speaker.CLIENT, t), t, 1.1), t);
    Room.table(canvas, 574, Palette.WOOD_LIGHT);
    double x = between(830, 650, gives);
    double y = between(620, 520, gives) + 5 * Motion.sway(t, 2);
    client.arm(canvas, 1, 1010 + 14 * Math.sin(t * 3), 630 + 9 * Math.sin(t * 4));
    Props.slip(canvas, x - 40, y - 16, -0.12 + 0.04 * Motion.sway(t, 1), 1.05);
    client.arm(canvas, -1, x + 22, y);
    helper.arm(canvas, 1, 500 + 5 * Motion.sway(t, 3), 634);
    Props.laptop(canvas, 300, 668, 0.9);
  }

  /** To take it would be quicker: her eyes go between the slip and the clock. */
  private void hesitation(Canvas canvas, Painter wall, double t) {
    wall.paint(canvas, t);
    Room.clouds(canvas, CLOSE, new Color(255, 255, 255, 190), t);
    Room.window(canvas, CLOSE, Palette.PAPER);
    Room.curtain(canvas, 236, 0, 84, 470, Palette.TEAL_LIGHT, t);
    double from = voice.start(1);
    Clock.hands(canvas, 1010, 190, 104, 10 * (t - from));
    double atClock = during(t, from + 1.0, from + 2.5);
    double back = ease(t, from + 2.5, from + 3.2);
    Person helper = new Person(Look.ELISE, 600, 300 + 4 * Motion.sway(t, 1), 1.95);
    helper.paint(
        canvas,
        Pose.of(between(-0.25, 0.75, atClock), between(0.95, -0.5, atClock), 0.6 - 0.25 * back)
            .alive(0, t, 0.6),
        t);
    Room.motes(canvas, t);
    double y = 640 + 6 * Motion.sway(t, 2);
    helper.arm(canvas, -1, 384, y - 6);
    Props.slip(canvas, 490, y - 34, 0.06 * Motion.sway(t, 3) - 0.05, 1.9);
    helper.arm(canvas, 1, 590, y + 22);
  }

  private void handedBack(Canvas canvas, Painter office, double t) {
    air(canvas, office, t);
    double from = voice.start(2);
    double gives = ease(t, from - 0.2, from + 0.9);
    double shows = ease(t, from + 1.4, from + 2.2);
    Person helper = new Person(Look.ELISE, 400, 286 + 3 * Motion.sway(t, 1), 1.28);
    Person client =
        new Person(Look.MARTIN, between(890, 800, shows), 280 + 3 * Motion.sway(t, 4), 1.34);
    helper.paint(
        canvas, Pose.of(0.65, 0.1, 0).alive(voice.mouth(Voice.Speaker.HELPER, t), t, 0.2), t);
    client.paint(canvas, Pose.of(-0.6, 0.2, 0.5 * (1 - gives)).alive(0, t, 1.1), t);
    Room.table(canvas, 574, Palette.WOOD_LIGHT);
    double x = between(560, 672, gives);
    double y = between(540, 600, gives);
    Props.slip(canvas, x + 34, y - 6, 0.1 * (1 - gives), 1.05);
    client.arm(canvas, 1, 950, 634 + 4 * Motion.sway(t, 5));
    client.arm(canvas, -1, between(790, 754, gives) + 10 * shows, 606);
    helper.arm(canvas, -1, 300 + 6 * Motion.sway(t, 3), 640);
    Props.laptop(canvas, between(300, 640, shows), 672, 0.9);
    helper.arm(
        canvas, 1, between(x - 36, 520, shows), between(y, 590, shows) + 4 * Math.sin(t * 5));
  }

  private void eyesAway(Canvas canvas, Painter office, double t) {
    air(canvas, office, t);
    double from = voice.start(3);
    double away = ease(t, from + 0.5, from + 1.2);
    Person helper = new Person(Look.ELISE, 410, 290 + 3 * Motion.sway(t, 1), 1.28);
    Person client = new Person(Look.MARTIN, 790, 284 + 3 * Motion.sway(t, 4), 1.34);
    helper.paint(
        canvas, Pose.of(between(0.5, -1, away), between(0.3, -0.2, away), 0).alive(0, t, 0.2), t);
    client.paint(canvas, Pose.of(-0.12 + 0.12 * Math.sin(t * 1.9), 0.9, 0.1).alive(0, t, 1.1), t);
    Room.table(canvas, 574, Palette.WOOD_LIGHT);
    helper.arm(canvas, -1, 320, 634 + 3 * Motion.sway(t, 3));
    helper.arm(canvas, 1, 470, 640 + 3 * Motion.sway(t, 6));
    client.arm(canvas, -1, 726 + 8 * Math.sin(t * 8), 610 + 6 * Math.sin(t * 11));
    client.arm(canvas, 1, 872 + 8 * Math.sin(t * 7 + 1), 610 + 6 * Math.sin(t * 10));
    Props.laptop(canvas, 800, 672, 0.9);
    typed(canvas, 1010, 400 + 5 * Motion.sway(t, 2), t - from);
  }

  /** What the screen shows, for the viewer alone: a dot a key, then the lock opens. */
  private static void typed(Canvas canvas, double x, double y, double since) {
    canvas.box(x - 6, y - 52, 236, 112, 26, Palette.veil(Palette.INK, 0.12));
    canvas.box(x - 12, y - 60, 236, 112, 26, Palette.PAPER);
    canvas.fill(
        Curve.from(x - 8, y + 20).to(x - 44, y + 52).to(x + 34, y + 50).closed(), Palette.PAPER);
    for (int i = 0; i < 6; i++) {
      double size = 15 * ease(since, 0.2 + i * 0.26, 0.35 + i * 0.26);
      if (size > 1) {
        canvas.oval(x + 16 + i * 21, y - 2, size, size, Palette.INK);
      }
    }
    double open = ease(since, 1.9, 2.2);
    Props.padlock(
        canvas, x + 178, y - 6, 0.68, Palette.mix(Palette.MUSTARD, Palette.ACCEPTED, open), open);
  }

  private static void table(Canvas canvas, double t) {
    Room.wall(canvas, Palette.WOOD_LIGHT, Palette.WOOD);
    for (int i = 0; i < 8; i++) {
      canvas.draw(
          Curve.from(0, 40 + i * 96).bend(500, 60 + i * 96, 1280, 30 + i * 96).open(),
          3,
          Palette.veil(Palette.WOOD_DARK, 0.25));
    }
    canvas.glow(640, 330, 1500, 900, new Color(255, 240, 205, 110));
  }

  /** From above: a hand on either side, and a line that does not keep still. */
  private static void limit(Canvas canvas, Painter table, double since) {
    table.paint(canvas, since);
    double middle = 640 + 70 * Math.sin(since * 1.5);
    for (int i = 0; i < 13; i++) {
      double y = 20 + (i * 58 + since * 24) % 740;
      canvas.line(
          middle + 10 * Math.sin(i + since * 2),
          y,
          middle + 10 * Math.sin(i + since * 2),
          y + 26,
          9,
          Palette.veil(Palette.PAPER, 0.9));
    }
    Props.slip(canvas, 640, 330 + 6 * Motion.sway(since, 1), 0.08 * Math.sin(since * 1.2), 2.2);
    double reach = 22 * Math.sin(since * 1.5);
    Hand.fromAbove(canvas, Look.ELISE, 380 + reach * 0.5, 400, 0.12);
    canvas.at(1280, 0, 1, 0, () -> mirrored(canvas, 380 - reach, 390));
    Props.padlock(canvas, 640, 560 + 5 * Motion.sway(since, 4), 1.25, Palette.MUSTARD, 0);
  }

  private static void mirrored(Canvas canvas, double x, double y) {
    canvas.flipped(() -> Hand.fromAbove(canvas, Look.MARTIN, x, y, 0.08));
  }
}
