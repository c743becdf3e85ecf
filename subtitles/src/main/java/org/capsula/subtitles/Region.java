package org.capsula.subtitles;

/**
 * A part of the picture that cues are shown in; names and defaults of VTTRegion.
 *
 * @param id empty when the file gives none
 * @param width in percent of the picture
 * @param lines a whole number, as a double because files may hold any number of digits
 * @param regionAnchorX in percent of the region
 * @param viewportAnchorX in percent of the picture
 */
public record Region(
    String id,
    double width,
    double lines,
    double regionAnchorX,
    double regionAnchorY,
    double viewportAnchorX,
    double viewportAnchorY,
    Scroll scroll) {

  /** VTTRegion.scroll. */
  public enum Scroll {
    NONE(""),
    UP("up");

    private final String word;

    Scroll(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public static final Region DEFAULT =
      new Region(
          /* id= */ "",
          /* width= */ 100,
          /* lines= */ 3,
          /* regionAnchorX= */ 0,
          /* regionAnchorY= */ 100,
          /* viewportAnchorX= */ 0,
          /* viewportAnchorY= */ 100,
          Scroll.NONE);
}
