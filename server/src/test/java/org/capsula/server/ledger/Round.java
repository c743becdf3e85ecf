package org.capsula.server.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One library, one blow, and whether all that was acknowledged is there afterwards. */
final class Round {
  private final LibraryFolder library;
  private final Deliveries deliveries;
  private final Blow blow;
  private final List<String> lost = new ArrayList<>();
  private final List<String> halfVisible = new ArrayList<>();
  private final List<String> unfinished = new ArrayList<>();
  private final List<String> leftOver = new ArrayList<>();

  private Round(Path folder, long seed) throws IOException {
    library = new LibraryFolder(folder.resolve("library"));
    deliveries = Deliveries.in(folder.resolve("in"), seed);
    blow = Blow.of(seed);
  }

  /**
   * @param struck whether there was anything left to kill
   * @param lost acknowledged, and not there as it was acknowledged
   * @param halfVisible to be seen, with something missing
   * @param unfinished productions that came to no good end
   * @param leftOver what nobody needs any more, or a second import changed
   */
  record Result(
      Blow blow,
      boolean struck,
      int acknowledged,
      List<String> lost,
      List<String> halfVisible,
      List<String> unfinished,
      List<String> leftOver) {
    List<String> faults() {
      List<String> faults = new ArrayList<>(lost);
      faults.addAll(halfVisible);
      faults.addAll(unfinished);
      faults.addAll(leftOver);
      return faults;
    }
  }

  static Result run(Path folder, long seed) throws Exception {
    return new Round(folder, seed).run();
  }

  private Result run() throws Exception {
    List<String> acknowledged;
    boolean struck;
    try (Capsula capsula = first()) {
      struck = blow.strike(capsula);
      if (!blow.program()) {
        letFinish(capsula);
      }
      acknowledged = Deliveries.acknowledged(capsula.said());
    }
    try (Capsula serve = serve()) {
      Site site = new Site(serve.address());
      serve.await("rest", site::isAtRest);
      check(acknowledged, site);
      serve.stop();
    }
    if (acknowledged.size() < Deliveries.GOOD.size()) {
      // What was cut off before it was acknowledged comes in now, and then nothing more.
      importFolder();
      checkProductions(Deliveries.GOOD.size());
    }
    List<String> before = library.everything();
    importFolder();
    if (!library.everything().equals(before)) {
      leftOver.add("the second import changed something");
    }
    return new Result(blow, struck, acknowledged.size(), lost, halfVisible, unfinished, leftOver);
  }

  private Capsula first() throws IOException {
    return blow.inbox()
        ? serve("--inbox", deliveries.folder().toString(), "--publish")
        : Capsula.start(arguments());
  }

  private String[] arguments() {
    return new String[] {
      "import", deliveries.folder().toString(), "--publish", "--library", library.path().toString()
    };
  }

  private Capsula serve(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--port", "0", "--library", library.path().toString()));
    arguments.addAll(List.of(more));
    return Capsula.start(arguments.toArray(String[]::new));
  }

  private void letFinish(Capsula capsula) throws InterruptedException {
    if (blow.inbox()) {
      capsula.await("all films", () -> Deliveries.acknowledgements(capsula.said()) > 4);
      capsula.await("rest", new Site(capsula.address())::isAtRest);
      capsula.stop();
    } else {
      capsula.awaitEnd();
    }
  }

  private void importFolder() throws IOException, InterruptedException {
    try (Capsula capsula = Capsula.start(arguments())) {
      capsula.awaitEnd();
    }
  }

  private void check(List<String> acknowledged, Site site) throws IOException, SQLException {
    Map<String, JsonNode> capsules = site.capsules();
    for (String name : acknowledged) {
      if (!library.holds(deliveries.folder().resolve(name + ".mp4"))) {
        lost.add(name + ": its footage is not stored");
      }
      JsonNode capsule = capsules.get(name);
      if (capsule == null || !isAsAcknowledged(name, capsule)) {
        lost.add(name + ": the catalogue has " + capsule);
      }
    }
    for (Map.Entry<String, JsonNode> capsule : capsules.entrySet()) {
      site.missing(capsule.getValue())
          .forEach(what -> halfVisible.add(capsule.getKey() + ": " + what));
    }
    checkEditionFiles(site);
    checkProductions(acknowledged.size());
  }

  private static boolean isAsAcknowledged(String name, JsonNode capsule) {
    List<String> languages = new ArrayList<>();
    capsule.get("subtitles").forEach(language -> languages.add(language.asText()));
    return capsule.get("title").asText().equals(Deliveries.title(name))
        && languages.size() == 2
        && languages.containsAll(List.of("fr", "el"));
  }

  private void checkEditionFiles(Site site) throws SQLException {
    for (String row :
        library.rows(
            "SELECT edition_id, name, sha256 FROM edition_file WHERE edition_id IN"
                + " (SELECT edition_id FROM capsule)")) {
      String[] file = row.split("\\|", -1);
      HttpResponse<byte[]> response = site.get("/media/" + file[0] + "/" + file[1]);
      if (response.statusCode() != 200 || !LibraryFolder.sha256(response.body()).equals(file[2])) {
        halfVisible.add(row + " is " + response.statusCode() + " or other bytes");
      }
    }
  }

  /**
   * @param least good films that must be made by now
   */
  private void checkProductions(int least) throws SQLException, IOException {
    unfinished.addAll(
        library.rows(
            """
            SELECT c.footage_name, p.state, p.attempts, p.reason FROM production p
            JOIN capsule c ON c.id = p.capsule_id
            WHERE NOT (p.state = 'done' AND c.footage_name <> 'damaged.mp4')
              AND NOT (p.state = 'failed' AND c.footage_name = 'damaged.mp4'
                       AND NOT p.machine_fault AND p.attempts > 0 AND length(p.reason) > 20)
            """));
    int done = library.rows("SELECT 1 FROM production WHERE state = 'done'").size();
    if (done < least) {
      unfinished.add(done + " productions are done, not " + least);
    }
    leftOver.addAll(library.rows("SELECT * FROM scheduled_tasks"));
    leftOver.addAll(library.files("work"));
    leftOver.addAll(library.files("incoming"));
    List<String> recorded =
        library.rows(
            "SELECT 'editions/' || edition_id || '/' || name || ' ' || bytes"
                + " FROM edition_file ORDER BY 1");
    if (!library.files("editions").equals(recorded)) {
      leftOver.add("editions are " + library.files("editions") + ", not " + recorded);
    }
  }
}
