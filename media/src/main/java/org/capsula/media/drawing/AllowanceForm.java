package org.capsula.media.drawing;

import static org.capsula.media.drawing.Motion.between;
import static org.capsula.media.drawing.Motion.ease;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** Alone before a form that turns red; then two before it, and he at the keys. 720 by 1280. */
final class AllowanceForm {
  private static final Rectangle2D PANE = new Rectangle2D.Double(52, 150, 250, 330);

  private final Voice voice = Voice.of("allowance-form");

  private AllowanceForm() {}

  static Painter shots(double length) {
    AllowanceForm film = new AllowanceForm();
    Painter kitchen = new Still(AllowanceForm::kitchen);
    Painter phone = new Still(FormScreen::page);
    return new Shots(length)
        .then(film.voice.end(0) + 0.3, (canvas, t) -> film.alone(canvas, kitchen, t))
        .then(film.voice.end(1) + 0.5, (canvas, t) -> film.refused(canvas, phone, t))
        .then(film.voice.end(2) + 0.3, (canvas, t) -> film.together(canvas, kitchen, t))
        .then(film.voice.end(3) + 0.4, (canvas, t) -> film.fieldByField(canvas, phone, t))
        .then(length, (canvas, t) -> film.question(canvas, kitchen, t));
  }

  private static void kitchen(Canvas canvas, double t) {
    Room.wall(canvas, new Color(0xf0dcc0), new Color(0xdcb98f));
    Room.sky(canvas, PANE, new Color(0xf3b98a), new Color(0xf7dfb4));
    Room.shelf(canvas, 420, 330, 300);
    Props.plant(canvas, 640, 284, 0.7, 0);
    Room.lamp(canvas, 372, 150, Palette.TERRACOTTA);
  }

  private static void air(Canvas canvas, Painter kitchen, double t) {
    kitchen.paint(canvas, t);
    Room.clouds(canvas, PANE, new Color(255, 240, 220, 120), t);
    Room.window(canvas, PANE, Palette.CREAM);
    Room.curtain(canvas, 24, 128, 70, 372, Palette.TEAL_LIGHT, t);
    Room.curtain(canvas, 262, 128, 66, 372, Palette.TEAL_LIGHT, t + 2);
    Room.motes(canvas, t);
  }

  private void alone(Canvas canvas, Painter kitchen, double t) {
    air(canvas, kitchen, t);
    Person man = new Person(Look.DIALLO, 360, 600 + 3 * Motion.sway(t, 1), 1.75);
    double reads = 0.35 * Math.sin(t * 1.7);
    man.paint(canvas, Pose.of(reads, 0.9, 0.95).alive(0, t, 0.3), t);
    Room.table(canvas, 1050, Palette.WOOD);
    Props.letter(canvas, 150, 1150, -0.12);
    Props.letter(canvas, 250, 1196, 0.08);
    Props.cup(canvas, 600, 1110, Palette.MUSTARD, t);
    double y = 960 + 5 * Motion.sway(t, 4);
    Props.phone(canvas, 360, y, 1.15, 0.02 * Motion.sway(t, 2));
    man.arm(canvas, -1, 302, y + 46);
    man.arm(canvas, 1, 414 + 5 * Math.sin(t * 7), y + 40 + 7 * Math.sin(t * 5));
    canvas.glow(360, 660, 360, 460, new Color(200, 225, 240, 24));
  }

  /** Red takes the fields from the bottom up, and what was written in them goes. */
  private void refused(Canvas canvas, Painter phone, double t) {
    phone.paint(canvas, t);
    double from = voice.start(1) - 0.3;
    double red = from + 1.3;
    double shake = 11 * Motion.shake(t, red);
    for (int i = 0; i < FormScreen.FIELDS; i++) {
      double written =
          ease(t, from + i * 0.2, from + 0.35 + i * 0.2) * (1 - ease(t, red + 0.7, red + 1.2));
      double bad =
          ease(t, red + (FormScreen.FIELDS - i) * 0.05, red + 0.2 + (FormScreen.FIELDS - i) * 0.05);
      FormScreen.field(
          canvas,
          i,
          shake,
          written,
          bad > 0 ? Palette.mix(Palette.STEEL, Palette.REFUSED, bad) : Palette.STEEL);
    }
    FormScreen.button(
        canvas, shake, Palette.mix(Palette.DENIM, Palette.STEEL, ease(t, red, red + 0.3)));
    FormScreen.progress(canvas, between(0.8, 0.06, ease(t, red, red + 0.6)), Palette.REFUSED);
    double press = ease(t, red - 0.5, red - 0.1) * (1 - ease(t, red, red + 0.5));
    FormScreen.thumb(
        canvas,
        Look.DIALLO,
        between(760, 430, press),
        between(1420, 990, press) + 6 * Motion.sway(t, 2));
  }

  private void fieldByField(Canvas canvas, Painter phone, double t) {
    phone.paint(canvas, t);
    double from = voice.start(3) - 0.4;
    double step = 0.46;
    double at = Math.max(0, Math.min(FormScreen.FIELDS - 1, (t - from) / step - 0.4));
    for (int i = 0; i < FormScreen.FIELDS; i++) {
      double written = ease(t, from + i * step, from + i * step + 0.3);
      double good = ease(t, from + 0.25 + i * step, from + 0.45 + i * step);
      FormScreen.field(canvas, i, 0, written, Palette.mix(Palette.STEEL, Palette.ACCEPTED, good));
      Props.tick(canvas, 538, 356 + i * 116, 1.3, good);
    }
    double done = ease(t, from + FormScreen.FIELDS * step, from + FormScreen.FIELDS * step + 0.3);
    FormScreen.button(canvas, 0, Palette.mix(Palette.DENIM, Palette.ACCEPTED, done));
    FormScreen.progress(
        canvas, between(0.06, 1, (at + done) / FormScreen.FIELDS), Palette.ACCEPTED);
    double tap = 10 * Math.abs(Math.sin((t - from) * Math.PI / step));
    FormScreen.thumb(canvas, Look.DIALLO, 500 + tap, 520 + at * 116 + tap);
  }

  private void together(Canvas canvas, Painter kitchen, double t) {
    air(canvas, kitchen, t);
    double come = ease(t, voice.end(1) + 0.4, voice.start(2) + 0.5);
    pair(
        canvas,
        t,
        come,
        Pose.of(between(0.1, 0.75, come), between(0.7, 0, come), between(0.9, 0.1, come)),
        Pose.of(-0.7, 0.1, 0));
  }

  private void pair(Canvas canvas, double t, double come, Pose his, Pose hers) {
    Person man = new Person(Look.DIALLO, 232, 640 + 3 * Motion.sway(t, 1), 1.45);
    Person woman =
        new Person(
            Look.ELISE,
            between(760, 500, come),
            between(560, 610, come) + 3 * Motion.sway(t, 3),
            1.42);
    woman.paint(canvas, hers.alive(voice.mouth(Voice.Speaker.HELPER, t), t, 1.4), t);
    man.paint(canvas, his.alive(0, t, 0.3), t);
    Room.table(canvas, 1030, Palette.WOOD);
    double type = Math.min(1, come);
    double y = 940 + 5 * Motion.sway(t, 4);
    Props.phone(canvas, 262, y, 1.05, 0.05 + 0.02 * Motion.sway(t, 2));
    man.arm(canvas, -1, 206, y + 44);
    man.arm(canvas, 1, 312 + 5 * Math.sin(t * 6) * type, y + 40 + 6 * Math.sin(t * 5) * type);
    double point = Motion.during(t, voice.start(2), voice.end(2));
    woman.arm(canvas, 1, between(590, 470, point), between(1080, 950, point) + 6 * Math.sin(t * 4));
    Props.letter(canvas, 150, 1150, -0.12);
    Props.cup(canvas, 640, 1120, Palette.MUSTARD, t);
  }

  /** With, or for: the two take turns in lighting up. */
  private void question(Canvas canvas, Painter kitchen, double t) {
    air(canvas, kitchen, t);
    double since = t - voice.start(4) + 0.4;
    double side = 0.5 + 0.5 * Math.sin(since * 2.1 + 0.4);
    pair(
        canvas,
        t,
        1,
        Pose.of(0.35, between(0.1, -0.7, ease(since, 0, 0.6)), 0.25),
        Pose.of(-0.35, between(0.1, -0.7, ease(since, 0.2, 0.8)), 0.2));
    double grown = ease(since, 0, 0.8);
    Emblems.with(canvas, 212, 300 + 6 * Motion.sway(t, 1), grown * between(0.92, 1.1, side), side);
    Emblems.instead(
        canvas, 508, 300 + 6 * Motion.sway(t, 4), grown * between(1.1, 0.92, side), 1 - side);
  }
}
