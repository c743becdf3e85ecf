package org.capsula.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.capsula.pipeline.json.Json;
import org.junit.jupiter.api.Test;

final class ReportTest {
  @Test
  void refusal_isOneLineWithEveryField() throws JsonProcessingException {
    String line =
        Json.compact(Report.refused("film.mp4", Findings.refusal("file-empty", "It is.")));

    assertThat(line).doesNotContain("\n");
    JsonNode report = new ObjectMapper().readTree(line);
    assertThat(report.fieldNames())
        .toIterable()
        .contains(
            "schema",
            "state",
            "source",
            "videoDecoders",
            "cpuSeconds",
            "wallSeconds",
            "peakMemoryBytes",
            "tracks",
            "ladder",
            "loudness",
            "subtitles",
            "chapters",
            "findings");
    assertThat(report.get("schema").asInt()).isEqualTo(1);
    assertThat(report.get("state").asText()).isEqualTo("refused");
    assertThat(report.get("loudness").isNull()).isTrue();
    assertThat(report.get("source").fieldNames())
        .toIterable()
        .containsExactly(
            "file",
            "container",
            "durationSeconds",
            "width",
            "height",
            "frameRate",
            "videoCodec",
            "audioCodec",
            "rotation",
            "hdr");
    assertThat(report.get("source").get("width").isNull()).isTrue();
    assertThat(report.get("findings").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "severity",
            "code",
            "message",
            "startSeconds",
            "endSeconds",
            "line",
            "cue",
            "action",
            "arguments");
  }
}
