package org.capsula.server.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.capsula.server.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user or a script meets on the command line: sentences, exit statuses, files. */
final class ProduceCommandTest {
  private static final String SMALL = SharedData.path("media/with-chapters.mp4").toString();

  @TempDir private Path temporary;

  private Path out() {
    return temporary.resolve("out");
  }

  private Program produce(String... arguments) throws IOException, InterruptedException {
    String[] all =
        Stream.concat(Stream.of("produce", "--to", out().toString()), Stream.of(arguments))
            .toArray(String[]::new);
    return Program.run(all);
  }

  @Test
  void mixedInputs_giveOneJsonLineEachInTheirOrder() throws IOException, InterruptedException {
    Path empty = Files.createFile(temporary.resolve("leer-κενό.mp4"));

    Program program = produce(SMALL, empty.toString(), SMALL, "--ladder", "234", "--json");

    assertThat(program.status()).isEqualTo(1);
    assertThat(program.out()).hasSize(3);
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> reports =
        List.of(
            json.readTree(program.out().get(0)),
            json.readTree(program.out().get(1)),
            json.readTree(program.out().get(2)));
    assertThat(reports)
        .extracting(report -> report.get("state").asText())
        .containsExactly("produced", "refused", "produced");
    assertThat(reports.get(1).get("source").get("file").asText()).isEqualTo("leer-κενό.mp4");
    assertThat(reports.get(0).get("chapters")).hasSize(3);
    assertThat(program.err())
        .contains("leer-κενό.mp4: the file is empty; copy it again from the camera.");
    assertThat(out().resolve("with-chapters/index.html")).exists();
    assertThat(out().resolve("with-chapters-2/index.html")).exists();
  }

  @Test
  void withoutJson_printsTheFolders() throws IOException, InterruptedException {
    Program program = produce(SMALL, "--ladder", "234");

    assertThat(program.status()).isZero();
    assertThat(program.out()).containsExactly(out().resolve("with-chapters").toString());
    assertThat(program.err().get(0)).startsWith("with-chapters.mp4: produced, 352x234");
  }

  @Test
  void brokenSubtitles_areSaidAndTheFilmIsMade() throws IOException, InterruptedException {
    Path broken = Files.write(temporary.resolve("film.el.srt"), new byte[] {1, 2, 3, 0, 5});

    Program program = produce(SMALL, "--ladder", "234", "--subtitles", broken.toString());

    assertThat(program.status()).isEqualTo(1);
    assertThat(program.err()).anyMatch(line -> line.contains("film.el.srt could not be read"));
    assertThat(out().resolve("with-chapters/multivariant.m3u8")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "manifest-dash.mp4, application",
    "playlist-hls.mp4, no film",
    "script-concat.mp4, no film"
  })
  void playlistUnderAFilmsName_opensNothing(String name, String words)
      throws IOException, InterruptedException {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Path canary = temporary.resolve("canary.mp4");
      Files.copy(Path.of(SMALL), canary);
      String address = "http://127.0.0.1:" + listener.getLocalPort() + "/canary.mp4";
      Path trap = Files.writeString(temporary.resolve(name), trap(name, address));

      Program program = produce(trap.toString());

      assertThat(program.status()).isEqualTo(1);
      assertThat(program.err()).singleElement().asString().startsWith(name).contains(words);
      assertThat(out()).doesNotExist();
      listener.setSoTimeout(1);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static String trap(String name, String address) {
    return switch (name) {
      case "manifest-dash.mp4" ->
          "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\""
              + " mediaPresentationDuration=\"PT1S\"><Period><AdaptationSet mimeType=\"video/mp4\">"
              + "<Representation id=\"1\" bandwidth=\"1\"><BaseURL>canary.mp4</BaseURL>"
              + "<SegmentBase/></Representation><Representation id=\"2\" bandwidth=\"2\"><BaseURL>"
              + address
              + "</BaseURL></Representation></AdaptationSet></Period></MPD>";
      case "playlist-hls.mp4" ->
          "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\ncanary.mp4\n#EXTINF:1,\n"
              + address
              + "\n#EXT-X-ENDLIST\n";
      default -> "ffconcat version 1.0\nfile canary.mp4\nfile " + address + "\n";
    };
  }

  @Test
  void truncatedFilm_isHeldWithThePlace() throws IOException, InterruptedException {
    byte[] whole = Files.readAllBytes(SharedData.path("media/vp9-60fps-vorbis51.webm"));
    Path half = temporary.resolve("half.webm");
    Files.write(half, Arrays.copyOf(whole, whole.length / 3));

    Program program = produce(half.toString(), "--ladder", "234");

    assertThat(program.status()).isZero();
    assertThat(program.err().get(0)).startsWith("half.webm: held");
    assertThat(program.err())
        .anyMatch(line -> line.matches("half.webm: error at 0\\.\\d s: The file ends before.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.mp4", "folder", "text.mp4", "empty.mp4", "noise.mp4"})
  void whatIsNoFilm_isRefusedInOneSentence(String name) throws IOException, InterruptedException {
    Files.createDirectory(temporary.resolve("folder"));
    Files.writeString(temporary.resolve("text.mp4"), "no film at all");
    Files.createFile(temporary.resolve("empty.mp4"));
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);
    Files.write(temporary.resolve("noise.mp4"), noise);

    Program program = produce(temporary.resolve(name).toString());

    assertThat(program.status()).isEqualTo(1);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).singleElement().asString().startsWith(name + ": ").endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "--ladder;abc, 'abc' is not an int",
    "--ladder;4, sizes of at least 16",
    "--preset;best, '“best” is none of fast, balanced, small'",
    "--trim;9-5, no span of time",
    "--subtitles;film.zz.srt, no language",
    "--subtitles;film.el.srt;--language;el, there are 0",
    "--subtitles;film.srt;--language;xx, no such language",
    "/, / is a folder; give the films",
    "-, not read from standard input",
    "film.fr.vtt, film.fr.vtt is a subtitle file where a film is expected",
    "--colour;red, Unknown option"
  })
  void wrongUse_isOneSentenceAndStatus2(String options, String words)
      throws IOException, InterruptedException {
    String[] arguments =
        Stream.concat(Stream.of(SMALL), Stream.of(options.split(";"))).toArray(String[]::new);

    Program program = produce(arguments);

    assertThat(program.status()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).hasSizeLessThanOrEqualTo(2);
    assertThat(String.join(" ", program.err())).contains(words);
    assertThat(out()).doesNotExist();
  }

  @Test
  void subtitlesOfNoFilm_areAskedBack() throws IOException, InterruptedException {
    Program program = produce(SMALL, "other.mp4", "--subtitles", "third.el.srt");

    assertThat(program.status()).isEqualTo(2);
    assertThat(program.err()).singleElement().asString().contains("there is no film “third”");
  }

  @Test
  void filmGivenTwiceWithSubtitles_isSaidSo() throws IOException, InterruptedException {
    Program program = produce(SMALL, SMALL, "--subtitles", "with-chapters.el.srt");

    assertThat(program.status()).isEqualTo(2);
    assertThat(program.err())
        .containsExactly(SMALL + " is given twice; with subtitles give it once.");
  }

  @Test
  void page_isTitledAsTheFilmIsWritten() throws IOException, InterruptedException {
    Path film = temporary.resolve("Chez la famille: “A & B” (2).mp4");
    Files.copy(Path.of(SMALL), film);

    Program program = produce(film.toString(), "--ladder", "234");

    assertThat(Path.of(program.out().get(0)).resolve("index.html"))
        .content()
        .contains("<h1>Chez la famille: “A &amp; B” (2)</h1>");
  }

  @Test
  void fullDisk_isTheMachinesFault() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    // A small disk in a mount name space of its own: gone with the program.
    String script =
        "mount -t tmpfs -o size=2m tmpfs '%s' && \"$@\"; s=$?; find '%s' -type f; exit $s"
            .formatted(disk, disk);

    Program program =
        Program.start(
            List.of("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"),
            "produce",
            SharedData.path("media/rotated-270.mp4").toString(),
            "--to",
            disk.resolve("out").toString());

    assertThat(program.err())
        .singleElement()
        .asString()
        .isEqualTo(
            "rotated-270.mp4: the disk of %s is full; free some space and run it again."
                .formatted(disk.resolve("out")));
    assertThat(program.status()).isEqualTo(3);
    assertThat(program.out()).as("files left behind").isEmpty();
  }

  @Test
  void fullDiskOfTheLibraries_isNamedForEachFilm() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    String script =
        "mount -t tmpfs -o size=2m tmpfs '%s' && XDG_CACHE_HOME='%s' \"$@\"".formatted(disk, disk);
    String also = SharedData.path("media/vfr-360p.mp4").toString();

    Program program =
        Program.start(
            List.of("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"),
            "produce",
            SMALL,
            also,
            "--to",
            out().toString());

    String full =
        ": the disk of %s is full; free some space and run it again."
            .formatted(disk.resolve("capsula/natives"));
    assertThat(program.err()).containsExactly("with-chapters.mp4" + full, "vfr-360p.mp4" + full);
    assertThat(program.status()).isEqualTo(3);
  }

  @Test
  void folderThatCannotBeMade_isNamed() throws IOException, InterruptedException {
    Path file = Files.createFile(temporary.resolve("file"));

    Program program = Program.run("produce", SMALL, "--to", file.resolve("sub").toString());

    assertThat(program.status()).isEqualTo(3);
    assertThat(program.err())
        .singleElement()
        .asString()
        .startsWith("with-chapters.mp4: " + file)
        .contains("cannot be written")
        .endsWith("choose another folder.");
  }

  @Test
  void help_namesEveryOptionAndStatus() throws IOException, InterruptedException {
    Program program = Program.run("produce", "--help");

    assertThat(program.status()).isZero();
    assertThat(String.join("\n", program.out()))
        .contains("--to", "--subtitles", "--language", "--ladder", "--preset", "--trim", "--json")
        .contains("Exit status:");
  }

  @Test
  void noCommand_pointsToTheHelp() throws IOException, InterruptedException {
    Program program = Program.run();

    assertThat(program.status()).isEqualTo(2);
    assertThat(program.err()).last().asString().contains("capsula --help");
  }

  @Test
  void outputStreams_areUtf8WhateverTheMachine() throws IOException, InterruptedException {
    Program program = produce("μητέρα.mp4");

    assertThat(program.err()).containsExactly("μητέρα.mp4: there is no such file; check the name.");
    assertThat(program.err().get(0).getBytes(StandardCharsets.UTF_8)).contains(0xCE, 0xBC);
  }
}
