package org.capsula.server.cues;

import java.util.List;
import org.capsula.server.viewer.Frame;

/**
 * A deed of the page and its keys.
 *
 * @param deed as the script knows it
 * @param keys as in aria-keyshortcuts: several by blanks
 */
public record Shortcut(String deed, String keys) {
  /** To one cue. With Alt, as letters alone are typed; none that browsers or readers keep. */
  public static final List<Shortcut> CUE =
      List.of(
          new Shortcut("play", "Alt+P"),
          new Shortcut("pause", "Alt+K"),
          new Shortcut("start-here", "Alt+I"),
          new Shortcut("end-here", "Alt+O"),
          new Shortcut("go", "Alt+J"),
          new Shortcut("split", "Alt+X"),
          new Shortcut("merge", "Alt+M"),
          new Shortcut("insert", "Alt+N"),
          new Shortcut("remove", "Alt+Delete"));

  /** To all of them. */
  public static final List<Shortcut> ALL =
      List.of(
          new Shortcut("save", "Control+S"),
          new Shortcut("undo", "Control+Z"),
          new Shortcut("redo", "Control+Shift+Z Control+Y"),
          new Shortcut("previous", "Alt+ArrowUp"),
          new Shortcut("next", "Alt+ArrowDown"));

  /** Single keys, while the list has the focus. */
  public static final List<Shortcut> LIST =
      List.of(
          new Shortcut("move", "ArrowUp ArrowDown PageUp PageDown Home End"),
          new Shortcut("edit", "Enter"),
          new Shortcut("play", "Space"),
          new Shortcut("start-here", "I"),
          new Shortcut("end-here", "O"),
          new Shortcut("remove", "Delete"));

  /** As they are printed on keyboards of the page's language. */
  public String shown(Frame page) {
    StringBuilder shown = new StringBuilder();
    for (String combination : keys.split(" ", -1)) {
      shown.append(shown.isEmpty() ? "" : ", ");
      String between = "";
      for (String key : combination.split("\\+", -1)) {
        shown.append(between).append(name(key, page));
        between = "+";
      }
    }
    return shown.toString();
  }

  private static String name(String key, Frame page) {
    return switch (key) {
      case "ArrowUp" -> "↑";
      case "ArrowDown" -> "↓";
      case "Control", "Shift", "Delete", "Enter", "Space", "PageUp", "PageDown", "Home", "End" ->
          page.say("cues.key." + key);
      default -> key;
    };
  }
}
