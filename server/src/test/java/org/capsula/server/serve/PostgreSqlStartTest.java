package org.capsula.server.serve;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.database.PostgreSqlServer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.library.LibraryException;
import org.capsula.server.AtRest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the command: an import works off the queue as a worker does. */
class PostgreSqlStartTest {
  @TempDir private Path folder;

  @Test
  void machineOfAnotherTime_startsNothing_andLeavesTheLibraryToOthers() {
    Engine engine = Engine.postgresql(PostgreSqlServer.ofThisProgram().newDatabase(), Map.of());
    Clock wrong = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    assertThatThrownBy(() -> AtRest.over(Library.open(folder, engine), wrong))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("set them by the same time server");
    Library.open(folder, engine).close();
  }
}
