package org.capsula.server;

import java.util.Locale;

/** The only entry of the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Numbers in playlists and filters have a point and Latin digits, wherever the machine stands.
    Locale.setDefault(Locale.ROOT);
    System.exit(App.start(args));
  }
}
