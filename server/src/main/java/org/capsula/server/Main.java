package org.capsula.server;

/** The only entry of the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(App.start(args));
  }
}
