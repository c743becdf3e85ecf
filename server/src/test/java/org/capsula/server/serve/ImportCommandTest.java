package org.capsula.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.server.SharedData;
import org.capsula.server.produce.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user or a script meets: sentences, exit statuses, lines of JSON in their order. */
final class ImportCommandTest {
  private static final String SRT = "1\n00:00:00,000 --> 00:00:01,000\nBonjour\n";

  @TempDir private Path temporary;
  private Path in;

  @BeforeEach
  void fill() throws IOException {
    in = Files.createDirectory(temporary.resolve("in"));
    Files.copy(SharedData.path("media/with-chapters.mp4"), in.resolve("b-film.mp4"));
    Files.writeString(in.resolve("b-film.fr.srt"), SRT);
  }

  private Program run(List<String> prefix, String... options)
      throws IOException, InterruptedException {
    String[] all =
        Stream.concat(
                Stream.of("import", in.toString(), "--library", library().toString()),
                Arrays.stream(options))
            .toArray(String[]::new);
    return Program.start(prefix, all);
  }

  private Program run(String... options) throws IOException, InterruptedException {
    return run(List.of(), options);
  }

  private Path library() {
    return temporary.resolve("library");
  }

  private static List<JsonNode> json(Program program) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : program.out()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static List<String> field(List<JsonNode> lines, String name) {
    return lines.stream().map(line -> line.get(name).asText()).toList();
  }

  @Test
  void importAgainAfterOneThatWasCutOff_makesTheFilmsAndTellsAllInOrder() throws Exception {
    assertThat(run("--queue-only").out())
        .containsExactly(in.resolve("b-film.mp4") + ": in the library as “b-film”");
    Files.createFile(in.resolve("a-empty.mp4"));
    Files.copy(in.resolve("b-film.mp4"), in.resolve("c-twin.mp4"));
    Files.writeString(in.resolve("stray.txt"), "x");

    Program program = run("--json");

    List<JsonNode> lines = json(program);
    assertThat(field(lines, "state")).containsExactly("refused", "known", "known");
    assertThat(field(lines, "production")).containsExactly("null", "done", "null");
    assertThat(field(lines, "slug")).containsExactly("null", "b-film", "b-film");
    assertThat(lines)
        .allMatch(line -> line.has("schema") && line.has("id") && line.has("messages"));
    assertThat(program.err())
        .anyMatch(line -> line.contains("stray.txt: belongs to no film"))
        .anyMatch(line -> line.contains("c-twin.mp4: holds the same bytes"))
        .contains("a-empty.mp4: the file is empty; copy it again from the camera.");
    assertThat(program.status()).isEqualTo(1);
  }

  @Test
  void sidecarThatIsLeftOut_isStatus1AndTheFilmIsTaken() throws Exception {
    Files.writeString(in.resolve("b-film.guide.pdf"), "<!DOCTYPE html><html></html>");

    Program program = run("--queue-only");

    assertThat(program.status()).isEqualTo(1);
    assertThat(program.out()).singleElement().asString().contains("in the library as");
    assertThat(program.err()).singleElement().asString().startsWith("b-film.guide.pdf: by its");
  }

  @Test
  void knownFilm_needsNoSpaceAndANewOneIsRefusedForIt() throws Exception {
    Files.createDirectory(library());
    Files.writeString(temporary.resolve("next.txt"), "");
    String script =
        """
        lib='%s'; in='%s'
        mount -t tmpfs -o size=100m tmpfs "$lib" && "$@" >/dev/null || exit 9
        head -c 80m /dev/zero > "$lib/ballast"
        cp '%s' "$in/a-new.mp4"
        "$@" --json
        """
            .formatted(library(), in, SharedData.path("media/mpeg4-mp3.avi"));

    Program program =
        run(
            List.of("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"),
            "--queue-only");

    assertThat(field(json(program), "state")).containsExactly("failed", "known");
    assertThat(program.err())
        .anyMatch(line -> line.startsWith("a-new.mp4 needs ") && line.contains("MB left"));
    assertThat(program.status()).isEqualTo(3);
  }

  @Test
  void folderWithoutFilms_isWrongUse() throws Exception {
    Files.delete(in.resolve("b-film.mp4"));

    Program program = run();

    assertThat(program.status()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).last().asString().contains("holds no film");
    assertThat(Program.run("import", in.resolve("gone").toString()).status()).isEqualTo(2);
  }

  @Test
  void footageThatOnlyTheDecoderRefuses_isStatus1NowAndLater() throws Exception {
    Files.copy(SharedData.path("media/nostreams.mp4"), in.resolve("a-none.mp4"));
    Files.delete(in.resolve("b-film.mp4"));

    Program first = run("--json");
    Program again = run("--json");

    assertThat(first.status()).isEqualTo(1);
    assertThat(field(json(first), "production")).containsExactly("failed");
    assertThat(again.status()).isEqualTo(1);
    assertThat(field(json(again), "state")).containsExactly("refused");
    assertThat(json(again).get(0).get("messages").get(0))
        .isEqualTo(json(first).get(0).get("messages").get(0));
  }

  @Test
  void sideCarsThatCannotBeTaken_areStatus1AndToldWithTheirFilm() throws Exception {
    Files.writeString(in.resolve("b-film.el.ass"), "x");

    Program program = run("--queue-only", "--json");

    assertThat(program.status()).isEqualTo(1);
    assertThat(field(json(program), "production")).containsExactly("queued");
    assertThat(json(program).get(0).get("messages").get(0).asText()).contains("b-film.el.ass");
  }

  @Test
  void fileThatBelongsToNoFilm_isANote() throws Exception {
    Files.writeString(in.resolve("README.md"), "x");

    assertThat(run("--queue-only").status()).isEqualTo(0);
  }

  @Test
  void damagedFilm_isToldToBeHeldNowAndLater() throws Exception {
    Path film = in.resolve("b-film.mp4");
    byte[] bytes = Files.readAllBytes(film);
    int parameters = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("avcC");
    // What decoding the picture needs (ISO/IEC 14496-15, 5.3.3.1).
    Arrays.fill(bytes, parameters + 12, parameters + 32, (byte) 0);
    Files.write(film, bytes);

    for (String state : List.of("added", "known")) {
      Program program = run("--json");

      assertThat(program.status()).isEqualTo(1);
      assertThat(program.err()).anyMatch(line -> line.startsWith("b-film.mp4: held: "));
      assertThat(field(json(program), "state")).containsExactly(state);
      assertThat(field(json(program), "production")).containsExactly("held");
      assertThat(json(program).get(0).get("findings").findValuesAsText("code"))
          .contains("video-not-decodable");
    }
  }
}
