package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capsula.media.SharedData;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfinementTest {
  private static final List<String> MISSING = List.of("no-such-program-in-any-system");

  @TempDir Path folder;

  @Test
  void child_isTheJvmItselfAndBehindTheServer() throws Exception {
    try (DecoderProcess decoder = DecoderProcess.start(folder)) {
      decoder.inspect(SharedData.film("with-chapters.mp4"), Trim.NONE);

      assertThat(decoder.handle().info().command().orElseThrow()).endsWith("/bin/java");
      assertThat(niceness(decoder.handle()) - niceness(ProcessHandle.current()))
          .isEqualTo(Math.min(Confinement.NICENESS, 19 - niceness(ProcessHandle.current())));
    }
  }

  @Test
  void child_whereTheSystemAllowsIt_hasNoNetworkButItsOwnEmptyOne() throws Exception {
    assumeThat(Confinement.ofThisMachine().withoutNetwork()).isTrue();
    try (DecoderProcess decoder = DecoderProcess.start(folder)) {
      decoder.inspect(SharedData.film("with-chapters.mp4"), Trim.NONE);

      assertThat(network(decoder.handle())).isNotEqualTo(network(ProcessHandle.current()));
      Path devices = Path.of("/proc/" + decoder.handle().pid() + "/net/dev");
      assertThat(Files.readAllLines(devices).stream().filter(line -> line.contains(":")))
          .singleElement()
          .asString()
          .startsWith("    lo:       0       0");
    }
  }

  @Test
  void systemThatAllowsNothing_startsTheChildAllTheSame() {
    Confinement nothing = Confinement.firstThatWorks(MISSING, List.of(MISSING, List.of("false")));

    assertThat(nothing).isEqualTo(new Confinement(List.of(), false));
    assertThat(nothing).hasToString("ordinary priority, the network of this machine");
  }

  @Test
  void systemThatForbidsNamespaces_stillPutsTheChildBehind() {
    List<String> nice = List.of("nice", "-n", "10");

    Confinement behind = Confinement.firstThatWorks(nice, List.of(List.of("false")));

    assertThat(behind).isEqualTo(new Confinement(nice, false));
    assertThat(behind).hasToString("niceness 10, the network of this machine");
  }

  @Test
  void wayOffTheNetwork_isTheFirstThatWorks() {
    // What it starts is a program that succeeds, as unshare's would.
    List<String> works = List.of("env");

    assertThat(Confinement.firstThatWorks(MISSING, List.of(List.of("false"), works)))
        .isEqualTo(new Confinement(works, true));
  }

  private static String network(ProcessHandle process) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/ns/net")).toString();
  }

  /** Field 19 of proc(5)'s stat, counted behind the name, which may have blanks. */
  private static int niceness(ProcessHandle process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Integer.parseInt(behindName[16]);
  }
}
