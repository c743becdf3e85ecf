package org.capsula.server.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;

/** What a viewer does with the player, and what it then shows. */
final class Viewer {
  static final String VIDEO = "document.querySelector('hls-video').nativeEl";

  private static final int MOST_SCREENSHOTS = 40;

  private static final String SHOWING =
      "Array.from(%s.textTracks).filter((track) => track.mode === 'showing')".formatted(VIDEO)
          + ".filter((track) => track.kind !== 'metadata')";

  private static final String STATE =
      """
      () => {
        const v = %s;
        const tracks = Array.from(v.textTracks).map((track) =>
          [track.kind, track.language, track.mode, track.cues?.length, track.activeCues?.length].join(" "));
        return JSON.stringify({
          paused: v.paused, seeking: v.seeking, readyState: v.readyState, time: v.currentTime,
          error: v.error?.message, tracks,
        });
      }
      """
          .formatted(VIDEO);

  private final Visit visit;
  private final Page page;

  private Viewer(Visit visit, Page page) {
    this.visit = visit;
    this.page = page;
  }

  /** Opens a film's page. */
  static Viewer of(Visit visit, String path) {
    return new Viewer(visit, visit.open(path));
  }

  /** The page that the visit has come to. */
  static Viewer on(Visit visit) {
    return new Viewer(visit, visit.page());
  }

  Page page() {
    return page;
  }

  Locator playButton() {
    return page.locator("media-control-bar media-play-button");
  }

  Locator captionsButton() {
    return page.locator("media-captions-menu-button");
  }

  void play() {
    playButton().click();
    until("!v.paused && v.currentTime > 0.2 && v.readyState >= 3");
  }

  /** Waits until more picture and more sound have come out of their decoders. */
  void untilPlaysOn() {
    double time = number("currentTime");
    double frames = number("getVideoPlaybackQuality().totalVideoFrames");
    double sound = number("webkitAudioDecodedByteCount");
    until(
        "v.videoWidth > 0 && v.currentTime > %s + 0.5".formatted(time)
            + " && v.getVideoPlaybackQuality().totalVideoFrames > %s + 6".formatted(frames)
            + " && v.webkitAudioDecodedByteCount > "
            + sound);
  }

  /** Stops at a picture that is drawn and will not change. */
  void pauseAt(double seconds) {
    playButton().click();
    until("v.paused");
    seek(seconds);
    until("!v.seeking && v.readyState >= 2");
  }

  void seek(double seconds) {
    page.evaluate(VIDEO + ".currentTime = " + seconds);
  }

  /**
   * @param name as the menu says it
   */
  void captions(String name) {
    choose(captionsButton(), "media-captions-menu", name);
  }

  void quality(String name) {
    choose(page.locator("media-rendition-menu-button"), "media-rendition-menu", name);
  }

  void sound(String name) {
    choose(page.locator("media-audio-track-menu-button"), "media-audio-track-menu", name);
  }

  List<String> captionsOffered() {
    return page.locator("media-captions-menu media-chrome-menu-item").allTextContents().stream()
        .map(String::strip)
        .toList();
  }

  private void choose(Locator button, String menuName, String name) {
    button.click();
    Locator menu = page.locator(menuName);
    menu.waitFor();
    // It opens below and fades in on its way to its place on the bar.
    visit.until(
        """
        () => {
          const menu = document.querySelector("%s");
          return menu.getBoundingClientRect().bottom <= %s && getComputedStyle(menu).opacity === "1";
        }
        """
            .formatted(menuName, button.boundingBox().y));
    menu.locator("media-chrome-menu-item")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")))
        .click();
    menu.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** Waits until the expression over the video {@code v} is true. */
  void until(String expression) {
    await("() => { const v = " + VIDEO + "; return " + expression + "; }");
  }

  /** Waits until this language alone is on and shows this text. */
  void untilShown(String language, String text) {
    await(
        ("() => { const on = %s; return on.length === 1 && on[0].language === '%s'"
                + " && Array.from(on[0].activeCues ?? []).some((cue) => cue.text.includes('%s')); }")
            .formatted(SHOWING, language, text));
  }

  void untilNoCaptions() {
    await(SHOWING + ".length === 0");
  }

  private void await(String expression) {
    try {
      visit.until(expression);
    } catch (TimeoutError e) {
      throw new AssertionError(expression + " never came; the film: " + page.evaluate(STATE), e);
    }
  }

  double number(String property) {
    return visit.number(VIDEO + "." + property);
  }

  BoundingBox picture() {
    return box("hls-video");
  }

  BoundingBox box(String selector) {
    return page.locator(selector).boundingBox();
  }

  /** The picture as it is on the screen, captions on it, once nothing fades or moves any more. */
  Pixels pixels() {
    // Away from the buttons, whose hints reach into the picture.
    page.mouse().move(0, 0);
    Pixels last = screenshot();
    for (int i = 0; i < MOST_SCREENSHOTS; i++) {
      Pixels next = screenshot();
      if (next.rowsUnlike(last).length == 0) {
        return next;
      }
      last = next;
    }
    throw new AssertionError("the picture does not come to rest");
  }

  private Pixels screenshot() {
    page.evaluate(
        "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    BoundingBox box = picture();
    return Pixels.of(
        page.screenshot(new Page.ScreenshotOptions().setClip(box.x, box.y, box.width, box.height)));
  }
}
