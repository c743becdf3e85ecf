package org.capsula.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capsula.pipeline.json.Json;
import org.junit.jupiter.api.Test;

/** The program's own logback.xml, as the environment variable would have it. */
final class JsonLogTest {
  @Test
  void json_isAnObjectALine_withWhatBelongsToTheLine() throws JoranException {
    List<String> lines =
        logged(
            "json",
            log ->
                log.atError()
                    .addKeyValue("route", "/c/{slug}")
                    .addKeyValue("status", 500)
                    .setCause(new IllegalStateException("the \"reason\"\nin two lines"))
                    .log("{} failed", "it"));

    assertThat(lines).hasSize(1);
    Map<?, ?> line = Json.read(lines.get(0), Map.class);
    assertThat(line.get("level")).isEqualTo("ERROR");
    assertThat(line.get("formattedMessage")).isEqualTo("it failed");
    assertThat(line.get("timestamp")).isInstanceOf(Number.class);
    assertThat(String.valueOf(line.get("kvpList"))).contains("route=/c/{slug}", "status=500");
    assertThat(String.valueOf(line.get("throwable"))).contains("the \"reason\"\nin two lines");
    assertThat(String.valueOf(line.get("mdc"))).isEqualTo("{request=abc}");
  }

  @Test
  void text_isWhatPeopleGet_whereNothingIsSaid() throws JoranException {
    assertThat(logged(null, log -> log.warn("look here")).get(0))
        .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  org\\.capsula\\.x: abc look here");
  }

  private interface Work {
    void run(Logger log);
  }

  private static List<String> logged(@org.jspecify.annotations.Nullable String form, Work work)
      throws JoranException {
    LoggerContext context = new LoggerContext();
    LogbackMDCAdapter words = new LogbackMDCAdapter();
    context.setMDCAdapter(words);
    if (form != null) {
      context.putProperty("CAPSULA_LOG", form);
    }
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, UTF_8));
    try {
      configurator.doConfigure(
          Objects.requireNonNull(App.class.getResource("/logback.xml"), "logback.xml"));
      words.put("request", "abc");
      work.run(context.getLogger("org.capsula.x"));
    } finally {
      System.setErr(before);
      context.stop();
    }
    return bytes.toString(UTF_8).lines().toList();
  }
}
