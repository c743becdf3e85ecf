package org.capsula.media.drawing;

/**
 * What a person does at an instant.
 *
 * @param turn of the head, −1 to the picture's left, 1 to its right
 * @param down how far the eyes look down; negative is up
 * @param worry from 0, at ease, to 1
 * @param mouth how far it is open, 0 to 1
 * @param blink 1 with the eyes shut
 */
record Pose(double turn, double down, double worry, double mouth, double blink) {

  static Pose of(double turn, double down, double worry) {
    return new Pose(turn, down, worry, 0, 0);
  }

  /** Mouth and eyelids as they are at an instant. */
  Pose alive(double mouthOpen, double t, double phase) {
    return new Pose(
        turn + 0.05 * Motion.sway(t, phase), down, worry, mouthOpen, Motion.blink(t, phase));
  }
}
