package org.capsula.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.library.Library;
import org.capsula.server.SharedData;
import org.capsula.server.produce.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What keeps the program from working, as its user meets it: one sentence that says what, where and
 * what to do, and the right exit status.
 */
class FailureTest {
  private static final int USAGE = 2;
  private static final int MACHINE = 3;

  @TempDir private Path temporary;

  private Path library;
  private Path films;

  @BeforeEach
  void setUp() throws IOException {
    library = temporary.resolve("library");
    films = Files.createDirectory(temporary.resolve("films"));
    Files.copy(SharedData.path("media/with-chapters.mp4"), films.resolve("film.mp4"));
  }

  private Program serve(String... more) throws IOException, InterruptedException {
    return serve(List.of(), more);
  }

  private Program serve(List<String> prefix, String... more)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--library", library.toString(), "--port", "0"));
    arguments.addAll(List.of(more));
    return Program.start(prefix, arguments.toArray(String[]::new));
  }

  private Program importFilms(List<String> prefix) throws IOException, InterruptedException {
    return Program.start(
        prefix, "import", films.toString(), "--library", library.toString(), "--queue-only");
  }

  private static void check(Program program, int status, String sentence) {
    assertThat(program.err()).containsExactly(sentence);
    assertThat(program.status()).isEqualTo(status);
    assertThat(program.out()).isEmpty();
  }

  /** A disk of its own in a mount name space of its own: gone with the program. */
  private List<String> disk(String options) throws IOException {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    library = disk.resolve("library");
    return List.of(
        "unshare",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        "mount -t tmpfs -o %s tmpfs '%s' && \"$@\"".formatted(options, disk),
        "sh");
  }

  @Test
  void import_ontoADiskThatIsTooSmall_saysWhatIsNeededAndWhatIsFree() throws Exception {
    Program program = importFilms(disk("size=40m"));

    assertThat(program.err())
        .singleElement()
        .asString()
        .matches(
            "film.mp4 needs 64 MB with all that is made of it, and the disk of the library "
                + library
                + " has \\d\\d MB left; free some space and import it again\\.");
    assertThat(program.status()).isEqualTo(MACHINE);
  }

  /** A disk may be full although bytes are free: there is no room for another file's name. */
  @Test
  void import_ontoADiskThatIsFullHalfWay_saysSo() throws Exception {
    Program program = importFilms(disk("size=200m,nr_inodes=13"));

    check(
        program,
        MACHINE,
        "film.mp4: the disk of the library "
            + library
            + " is full; free some space and import it again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nr_inodes=1",
        "nr_inodes=2",
        "nr_inodes=3",
        "nr_inodes=4",
        "nr_inodes=5",
        "nr_inodes=6",
        "nr_inodes=8",
        "nr_inodes=10",
        "size=4k",
        "size=8k",
        "size=40k",
        "size=100k",
        "size=200k",
        "size=300k"
      })
  void serve_ontoAFullDisk_saysSo(String size) throws Exception {
    Program program = serve(disk(size));

    assertThat(program.err())
        .singleElement()
        .asString()
        .startsWith("The disk of ")
        .contains(library.toString())
        .contains("full")
        .endsWith("start again.");
    assertThat(program.status()).isEqualTo(MACHINE);
  }

  @Test
  void serve_onAPortInUse_namesItAndLeavesTheLibrary() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      Program program =
          Program.run("serve", "--library", library.toString(), "--port", String.valueOf(port));

      check(
          program,
          MACHINE,
          "Port "
              + port
              + " of 127.0.0.1 is in use by another program; stop it or choose another with"
              + " --port.");
    }
    Library.open(library).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "65536", "70000", "99999999999", "80.5"})
  void serve_onAPortThatIsNone_isWrongUse(String port) throws Exception {
    Program program = Program.run("serve", "--library", library.toString(), "--port", port);

    assertThat(program.status()).isEqualTo(USAGE);
    assertThat(program.err()).hasSizeLessThanOrEqualTo(2);
    assertThat(program.err().get(0)).contains("--port").contains(port);
    assertThat(library).as("nothing is made").doesNotExist();
  }

  @Test
  void import_whileTheServerRuns_isToldThatTheLibraryIsInUse() throws Exception {
    try (Served served = new Served(library)) {
      assertThat(served.said).startsWith("Capsula serves " + library);
      Program program = importFilms(List.of());

      check(program, MACHINE, inUse());
    }
  }

  @Test
  void serve_whileAnotherProcessHasTheLibrary_isToldSo() throws Exception {
    try (Library held = Library.open(library)) {
      Program program = serve();

      check(program, MACHINE, inUse());
      assertThat(held.folder()).isEqualTo(library);
    }
  }

  private String inUse() {
    return "The library "
        + library
        + " is in use by another Capsula; stop that one, or choose another --library.";
  }

  @Test
  void libraryOfANewerProgram_isRefusedAndLeftAlone() throws Exception {
    Library.open(library).close();
    Path file = library.resolve("capsula.db");
    addStep(file, "999");
    byte[] before = Files.readAllBytes(file);

    Program program = serve();

    check(
        program,
        USAGE,
        file
            + " was made by a newer Capsula (step 999 of its schema is unknown here); start it with"
            + " that version, or choose another --library.");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(importFilms(List.of()).status()).isEqualTo(USAGE);
  }

  private static void addStep(Path file, String version) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var insert =
            connection.prepareStatement(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                    + " script, checksum, installed_by, execution_time, success)"
                    + " VALUES (900, ?, 'later', 'SQL', 'V.sql', 1, '', 1, 1)")) {
      insert.setString(1, version);
      insert.execute();
    }
  }

  @Test
  void damagedDatabase_isNamedWithTheWayOut() throws Exception {
    Files.createDirectory(library);
    Path file = library.resolve("capsula.db");
    Files.writeString(file, "Shopping list\n".repeat(500));
    String sentence =
        file
            + " is damaged, or no database of Capsula's; put a backup in its place, or choose"
            + " another --library.";

    check(serve(), MACHINE, sentence);
    check(importFilms(List.of()), MACHINE, sentence);
    assertThat(file).content().startsWith("Shopping list");
  }

  @Test
  void libraryThatIsAFile_isNamed() throws Exception {
    Files.writeString(library, "a file");

    check(
        serve(), MACHINE, "The library " + library + " is a file; choose a folder with --library.");
  }

  @Test
  void libraryWithinAFile_isNamed() throws Exception {
    library = Files.writeString(temporary.resolve("file"), "").resolve("library");

    assertThat(serve().err())
        .singleElement()
        .asString()
        .startsWith("The library " + library + " cannot be written")
        .endsWith("check its permissions, or choose another --library.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void libraryThatMayNotBeWritten_isNamed(boolean filled) throws Exception {
    if (filled) {
      Library.open(library).close();
    } else {
      Files.createDirectory(library);
    }
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("r-x------"));

    Program program = serve(bound());

    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwx------"));
    assertThat(program.err())
        .singleElement()
        .asString()
        .contains(library + "")
        .contains("cannot be written")
        .endsWith("check its permissions, or choose another --library.");
    assertThat(program.status()).isEqualTo(MACHINE);
  }

  @Test
  void inboxThatIsMissing_isWrongUse() throws Exception {
    Path inbox = temporary.resolve("inbox");

    check(
        serve("--inbox", inbox.toString()),
        USAGE,
        "The inbox " + inbox + " is no folder; make it, or give --inbox another one.");
    assertThat(library).as("nothing is made").doesNotExist();
  }

  @Test
  void inboxThatIsAFile_isWrongUse() throws Exception {
    Path inbox = Files.writeString(temporary.resolve("inbox"), "");

    check(
        serve("--inbox", inbox.toString()),
        USAGE,
        "The inbox " + inbox + " is no folder; make it, or give --inbox another one.");
  }

  @Test
  void inboxThatMayNotBeRead_isWrongUse() throws Exception {
    Path inbox = Files.createDirectory(temporary.resolve("inbox"));
    Files.setPosixFilePermissions(inbox, PosixFilePermissions.fromString("---------"));

    check(
        serve(bound(), "--inbox", inbox.toString()),
        USAGE,
        "The inbox "
            + inbox
            + " cannot be read; check its permissions, or give --inbox another one.");
  }

  /** Root may read everything; without these capabilities it is an owner like any other. */
  private static List<String> bound() {
    return "root".equals(System.getProperty("user.name"))
        ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        : List.of();
  }

  @ParameterizedTest
  @CsvSource({
    "missing, is no folder; name the one that holds the films.",
    "film.mp4, is no folder; name the one that holds the films.",
    "empty, holds no film; name the folder that does."
  })
  void importOfWhatHoldsNoFilms_isWrongUse(String name, String rest) throws Exception {
    Files.createDirectory(films.resolve("empty"));
    Path folder = films.resolve(name);

    check(
        Program.run("import", folder.toString(), "--library", library.toString()),
        USAGE,
        folder + " " + rest);
    assertThat(library).as("nothing is made").doesNotExist();
  }
}
