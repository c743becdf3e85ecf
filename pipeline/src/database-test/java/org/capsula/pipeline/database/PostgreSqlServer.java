package org.capsula.pipeline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL in a temporary folder, for this program alone. Under root it runs as another
 * account, as it must. A shell between it and us ends it, and removes its folder, when our end of
 * the pipe is closed: also when this program is killed.
 */
public final class PostgreSqlServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String KEEPER =
      """
      "$1/postgres" -D "$2/data" -k "$2" -p "$3" -h 127.0.0.1 -F \
        -c max_connections=200 -c log_min_messages=warning </dev/null &
      server=$!
      if read -r line; then again=yes; else again=no; fi
      kill -INT $server
      wait $server
      [ $again = yes ] || rm -rf "$2"
      """;

  private final Path programs;
  private final Path folder;
  private final int port;
  private final AtomicInteger made = new AtomicInteger();
  private Process keeper;

  private PostgreSqlServer(Path programs, Path folder, int port) throws IOException {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
    keeper = keep();
  }

  /** One for all tests; it ends with the program. */
  public static PostgreSqlServer ofThisProgram() {
    return OfThisProgram.SERVER;
  }

  private static final class OfThisProgram {
    static final PostgreSqlServer SERVER = start();
  }

  /** Returns when it answers. */
  public static PostgreSqlServer start() {
    try {
      Path programs = programs();
      Path folder = Files.createTempDirectory("capsula-postgresql-");
      if (isRoot()) {
        Files.setOwner(
            folder,
            folder
                .getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(account()));
      }
      run(
          folder,
          programs.resolve("initdb").toString(),
          "--pgdata=" + folder.resolve("data"),
          "--username=capsula",
          "--auth=trust",
          "--encoding=UTF8",
          "--locale=C",
          "--no-sync");
      PostgreSqlServer server = new PostgreSqlServer(programs, folder, freePort());
      server.awaitAnswer();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Debian keeps them out of the path. A test without its server must not pass. */
  private static Path programs() throws IOException {
    List<Path> places = new ArrayList<>();
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions
            .sorted(
                Comparator.comparing((Path version) -> version.getFileName().toString()).reversed())
            .forEach(version -> places.add(version.resolve("bin")));
      }
    }
    Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(Path::of)
        .forEach(places::add);
    return places.stream()
        .filter(place -> Files.isExecutable(place.resolve("initdb")))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "there is no PostgreSQL; install it, on Debian: apt-get install postgresql"));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** PostgreSQL refuses to run as root. Debian's package makes its account. */
  private static String account() throws IOException {
    return Files.readString(Path.of("/etc/passwd")).contains("\npostgres:") ? "postgres" : "nobody";
  }

  private static List<String> asOther(String... command) throws IOException {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("setpriv", "--reuid=" + account(), "--clear-groups"));
      all.add("--regid=" + Files.getAttribute(Path.of("/"), "unix:gid"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static void run(Path folder, String... command) throws IOException {
    Process process =
        new ProcessBuilder(asOther(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  private Process keep() throws IOException {
    return new ProcessBuilder(
            asOther(
                "sh",
                "-c",
                KEEPER,
                "postgresql",
                programs.toString(),
                folder.toString(),
                Integer.toString(port)))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void awaitAnswer() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        DriverManager.getConnection(url("postgres")).close();
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end || !keeper.isAlive()) {
          throw new IllegalStateException("PostgreSQL in " + folder + " does not answer", e);
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=capsula";
  }

  /**
   * @return the address of an empty one
   */
  public String newDatabase() {
    return newDatabase("TEMPLATE template0 LOCALE 'C'");
  }

  /**
   * @param how it is made, besides its name
   */
  public String newDatabase(String how) {
    String name = "library" + made.incrementAndGet();
    execute("CREATE DATABASE " + name + " " + how);
    return url(name);
  }

  /** Of the database at this address. */
  static String name(String url) {
    return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
  }

  /** As its administrator. */
  public void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Lets nobody finish what they are at; nothing is lost that it has acknowledged. */
  public void stop() throws IOException {
    keeper.getOutputStream().write('\n');
    keeper.getOutputStream().close();
    keeper.onExit().join();
  }

  /** After {@link #stop()}. */
  public void startAgain() throws IOException {
    keeper = keep();
    awaitAnswer();
  }

  @Override
  public void close() throws IOException {
    keeper.getOutputStream().close();
    keeper.onExit().join();
  }
}
