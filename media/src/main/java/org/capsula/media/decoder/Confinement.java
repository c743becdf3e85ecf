package org.capsula.media.decoder;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What is taken from the child before it starts: its place in front of the server's threads, and
 * the network, so that no address in a file can be called whatever libav* makes of it.
 *
 * <p>Both are asked of small programs of the system, {@code nice} (POSIX) and {@code unshare}
 * (util-linux). Each becomes the program that it starts, so the child keeps its number, and whoever
 * signals it reaches the JVM itself. Where one is missing or not permitted (a container may forbid
 * new namespaces), the child runs without it: the whitelists on every open hold all the same.
 *
 * @param command stands in front of the child's own; empty where nothing can be taken
 * @param withoutNetwork whether it has a network of its own with nothing in it
 */
record Confinement(List<String> command, boolean withoutNetwork) {
  /** Half of nice's range: a busy server answers, and an idle one still decodes at full speed. */
  static final int NICENESS = 10;

  private static final List<String> NICE = List.of("nice", "-n", Integer.toString(NICENESS));

  /**
   * Root may have a new network at once. Anybody else needs a user namespace around it, in which he
   * is himself, or where util-linux is older than 2.36, called root.
   */
  private static final List<List<String>> WITHOUT_NETWORK =
      List.of(
          List.of("unshare", "--net"),
          List.of("unshare", "--map-current-user", "--net"),
          List.of("unshare", "--map-root-user", "--net"));

  private static final long PATIENCE_SECONDS = 5;

  Confinement {
    command = List.copyOf(command);
  }

  /** What this machine permits; tried once and remembered. */
  static Confinement ofThisMachine() {
    return Remembered.CONFINEMENT;
  }

  /**
   * @param nice left out where it does not work
   * @param waysOffTheNetwork the first that works is taken
   */
  static Confinement firstThatWorks(List<String> nice, List<List<String>> waysOffTheNetwork) {
    List<String> prefix = works(nice) ? nice : List.of();
    for (List<String> way : waysOffTheNetwork) {
      List<String> both = Stream.concat(prefix.stream(), way.stream()).toList();
      if (works(both)) {
        return new Confinement(both, true);
      }
    }
    return new Confinement(prefix, false);
  }

  @Override
  public String toString() {
    return (command.contains(NICE.get(0)) ? "niceness " + NICENESS : "ordinary priority")
        + (withoutNetwork ? ", no network" : ", the network of this machine");
  }

  private static boolean works(List<String> prefix) {
    List<String> attempt = Stream.concat(prefix.stream(), Stream.of("true")).toList();
    try {
      Process process =
          new ProcessBuilder(attempt)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
    } catch (IOException e) {
      // There is no such program here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static final class Remembered {
    static final Confinement CONFINEMENT = firstThatWorks(NICE, WITHOUT_NETWORK);
  }
}
