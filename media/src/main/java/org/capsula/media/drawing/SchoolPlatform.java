package org.capsula.media.drawing;

import static org.capsula.media.drawing.Motion.during;
import static org.capsula.media.drawing.Motion.ease;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** Homework behind a code that never came; then a telephone, and a notebook. 1280 by 720. */
final class SchoolPlatform {
  private static final Rectangle2D NIGHT = new Rectangle2D.Double(96, 88, 270, 300);
  private static final Rectangle2D DAY = new Rectangle2D.Double(500, 70, 300, 270);

  private final Voice voice = Voice.of("school-platform");

  private SchoolPlatform() {}

  static Painter shots(double length) {
    SchoolPlatform film = new SchoolPlatform();
    Painter evening = new Still(SchoolPlatform::evening);
    Painter screen = new Still(SchoolScreens::page);
    Painter office = new Still(SchoolPlatform::office);
    Painter dusk =
        new Still((canvas, t) -> Room.wall(canvas, new Color(0x16313d), new Color(0x2b5660)));
    return new Shots(length)
        .then(film.voice.end(0) + 0.3, (canvas, t) -> film.everyEvening(canvas, evening, t))
        .then(film.voice.end(1) + 0.7, (canvas, t) -> film.code(canvas, screen, t))
        .then(film.voice.end(2) + 0.4, (canvas, t) -> film.homework(canvas, dusk, t))
        .then(film.voice.end(3) + 0.5, (canvas, t) -> film.call(canvas, office, t))
        .then(length, (canvas, t) -> Door.paint(canvas, dusk, t - film.voice.start(4)));
  }

  private static void evening(Canvas canvas, double t) {
    Room.wall(canvas, new Color(0x5d6f7d), new Color(0x8d7a74));
    Room.sky(canvas, NIGHT, new Color(0x1c2c4c), new Color(0x47587c));
    canvas.glow(300, 150, 130, 130, new Color(255, 244, 214, 120));
    canvas.oval(300, 150, 44, 44, new Color(0xfff2cf));
    Room.shelf(canvas, 930, 240, 280);
    Room.lamp(canvas, 690, 96, Palette.MUSTARD);
  }

  private void everyEvening(Canvas canvas, Painter evening, double t) {
    evening.paint(canvas, t);
    for (int i = 0; i < 4; i++) {
      double lit = 0.5 + 0.5 * Math.sin(t * (0.8 + i * 0.3) + i * 2);
      canvas.box(
          118 + i * 62, 352 + (i * 13) % 20, 10, 13, 2, Palette.veil(new Color(0xffd98a), lit));
    }
    Room.window(canvas, NIGHT, new Color(0xd9cdbd));
    Room.curtain(canvas, 62, 66, 74, 360, Palette.TERRACOTTA, t);
    Room.curtain(canvas, 326, 66, 70, 360, Palette.TERRACOTTA, t + 2);
    Person mother = new Person(Look.IONESCU, 560, 300 + 2 * Motion.sway(t, 1), 1.22);
    Person child = new Person(Look.MIA, 910, 404 + 3 * Motion.sway(t, 3), 0.92);
    double glance = during(t, 2.0, 3.9);
    mother.paint(canvas, Pose.of(-0.25 + 0.2 * Math.sin(t * 1.5), 0.8, 0.85).alive(0, t, 0.4), t);
    child.paint(
        canvas,
        Pose.of(-0.3 - 0.5 * glance, 0.7 - 0.6 * glance, 0.2 + 0.4 * glance).alive(0, t, 1.2),
        t);
    Room.table(canvas, 574, Palette.WOOD);
    canvas.box(812, 618, 190, 52, 6, Palette.PAPER);
    canvas.line(906, 620, 906, 668, 3, Palette.STEEL);
    double stroke = (t * 0.5 % 1) * 60;
    canvas.line(832, 640, 832 + stroke, 640 + 5 * Math.sin(t * 9), 3, Palette.DENIM);
    child.arm(canvas, -1, 846 + stroke * 0.7, 634 + 4 * Math.sin(t * 9));
    child.arm(canvas, 1, 992, 640);
    Props.cup(canvas, 1120, 612, Palette.TEAL, t);
    mother.arm(canvas, -1, 474 + 7 * Math.sin(t * 6), 596 + 5 * Math.sin(t * 8));
    mother.arm(canvas, 1, 630 + 6 * Math.sin(t * 5 + 1), 596 + 5 * Math.sin(t * 7));
    Props.laptop(canvas, 548, 666, 0.92);
    canvas.glow(556, 330, 300, 320, new Color(190, 220, 245, 34));
  }

  /** Six boxes for a code that nobody sent. */
  private void code(Canvas canvas, Painter screen, double t) {
    screen.paint(canvas, t);
    double from = voice.start(1) - 0.4;
    double refused = from + 1.9;
    double shake = 12 * Motion.shake(t, refused);
    double bad = ease(t, refused, refused + 0.2);
    for (int i = 0; i < 6; i++) {
      SchoolScreens.codeBox(
          canvas,
          452 + i * 66 + shake,
          ease(t, from + 0.2 + i * 0.22, from + 0.3 + i * 0.22)
              * (1 - ease(t, refused + 0.5, refused + 0.8)),
          bad);
    }
    Props.padlock(
        canvas, 640 + shake, 250, 1.35, Palette.mix(Palette.MUSTARD, Palette.REFUSED, bad), 0);
    SchoolScreens.waiting(canvas, 1000, 300, t);
    double x = Motion.between(860, 640, ease(t, from + 1.2, from + 1.8));
    SchoolScreens.pointer(
        canvas,
        x + 8 * Motion.sway(t, 1),
        Motion.between(620, 520, ease(t, from + 1.2, from + 1.8)) + 5 * Motion.sway(t, 5));
  }

  /** The sheets float behind the glass; the child looks at them. */
  private void homework(Canvas canvas, Painter dusk, double t) {
    dusk.paint(canvas, t);
    double from = voice.start(2);
    canvas.glow(830, 340, 900, 760, new Color(255, 232, 180, 110));
    Person child = new Person(Look.MIA, 300, 372 + 4 * Motion.sway(t, 2), 1.75);
    child.paint(canvas, Pose.of(0.75, -0.45 + 0.2 * Motion.sway(t, 6), 0.55).alive(0, t, 0.9), t);
    Homework.behindGlass(canvas, t);
    double near = ease(t, from + 0.4, from + 1.4);
    child.arm(
        canvas,
        1,
        Motion.between(574, 560, near),
        Motion.between(650, 520, near) + 5 * Motion.sway(t, 3));
    Props.padlock(canvas, 850, 360 + 4 * Motion.sway(t, 2), 2.2, Palette.MUSTARD, 0);
  }

  private static void office(Canvas canvas, double t) {
    Room.wall(canvas, new Color(0xf3ead8), new Color(0xe3cfae));
    Room.sky(canvas, DAY, new Color(0xa9d3e6), new Color(0xe9f3ea));
    Room.shelf(canvas, 900, 250, 320);
    Room.shelf(canvas, 60, 210, 300);
    Props.plant(canvas, 130, 164, 0.62, 0);
  }

  private void call(Canvas canvas, Painter office, double t) {
    office.paint(canvas, t);
    Room.clouds(canvas, DAY, new Color(255, 255, 255, 190), t);
    Room.window(canvas, DAY, Palette.PAPER);
    Room.motes(canvas, t);
    double relief = ease(t, voice.start(3) + 0.6, voice.end(3) - 0.4);
    Person helper = new Person(Look.ELISE, 400, 290 + 3 * Motion.sway(t, 1), 1.28);
    Person mother = new Person(Look.IONESCU, 880, 300 + 3 * Motion.sway(t, 4), 1.25);
    helper.paint(
        canvas, Pose.of(0.65, 0.15, 0).alive(voice.mouth(Voice.Speaker.HELPER, t), t, 0.2), t);
    mother.paint(canvas, Pose.of(-0.6, 0.3, 0.8 * (1 - relief)).alive(0, t, 1.1), t);
    Room.table(canvas, 574, Palette.WOOD_LIGHT);
    TableTop.ringing(canvas, 640, 610, t);
    helper.arm(canvas, -1, 330, 640 + 3 * Motion.sway(t, 2));
    helper.arm(canvas, 1, 548 + 8 * Math.sin(t * 3), 596 + 8 * Math.sin(t * 4));
    double gives = ease(t, voice.start(3) + 1.4, voice.start(3) + 2.2);
    TableTop.notebook(canvas, Motion.between(960, 820, gives), 640);
    mother.arm(canvas, -1, Motion.between(890, 752, gives), 634 + 3 * Motion.sway(t, 3));
    mother.arm(canvas, 1, Motion.between(1010, 894, gives), 636 + 3 * Motion.sway(t, 5));
  }
}
