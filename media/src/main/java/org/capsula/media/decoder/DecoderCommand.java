package org.capsula.media.decoder;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the child JVM is started: with what {@link Confinement} takes from it. */
final class DecoderCommand {
  /** What the child and libav* print, for whoever mends a fault. */
  static final String LOG = "decoder.log";

  private DecoderCommand() {}

  /**
   * @param scratch becomes its working and temporary directory
   */
  static ProcessBuilder in(Path scratch) {
    List<String> command = new ArrayList<>(Confinement.ofThisMachine().command());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // It starts for every film and runs little Java: fast to start beats fast at its peak.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            // Statistics for other programs, in a file that nobody would read.
            "-XX:-UsePerfData",
            "-Xmx192m",
            // libav*'s memory is not the heap's: JavaCPP's own bounds would stop a 4K film.
            "-Dorg.bytedeco.javacpp.maxBytes=0",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            // Native memory is freed by hand, never when the collector happens to run.
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            "-Dorg.bytedeco.javacpp.cachedir=" + nativeCache(),
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + scratch,
            "-XX:ErrorFile=" + scratch.resolve("crash.log"),
            "-XX:-CreateCoredumpOnCrash"));
    command.addAll(archivedClasses());
    command.addAll(List.of("-cp", classPath(), DecoderMain.class.getName()));
    return new ProcessBuilder(command)
        .directory(scratch.toFile())
        .redirectError(Redirect.to(scratch.resolve(LOG).toFile()));
  }

  /** Named by the launcher, as its own are; without them the child starts more slowly. */
  private static List<String> archivedClasses() {
    String archive = System.getProperty("capsula.classes");
    return archive != null && Files.isReadable(Path.of(archive))
        ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off")
        : List.of();
  }

  /** The child works in another directory: relative entries would be lost. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The natives are unpacked once (86 MiB) and shared by all attempts. */
  static Path nativeCache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home"));
    Path cache =
        configured == null || configured.isBlank() ? home.resolve(".cache") : Path.of(configured);
    return Files.isWritable(Files.exists(cache) ? cache : home)
        ? cache.resolve("capsula").resolve("natives")
        : Path.of(System.getProperty("java.io.tmpdir"), "capsula-natives");
  }
}
