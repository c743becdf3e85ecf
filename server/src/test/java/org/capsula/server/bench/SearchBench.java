package org.capsula.server.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.search.PlainScan;
import org.capsula.pipeline.search.Question;
import org.capsula.pipeline.search.Search;

/** How fast a large library is searched, and whether it finds all; see {@code bench/search.sh}. */
public final class SearchBench {
  private static final int QUESTIONS = 100;
  private static final int WARM_UP = 1_000;
  private static final int REQUESTS = 3_000;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final double PAGE_MILLIS = 50;
  private static final double SEARCH_MILLIS = 100;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final int capsules;
  private final int cues;
  private boolean passed = true;

  private SearchBench(int capsules, int cues) {
    this.capsules = capsules;
    this.cues = cues;
  }

  /**
   * @param arguments how many capsules, cues a track, the folder of a library of so many or of none
   *     yet, and the command that starts Capsula
   */
  public static void main(String[] arguments) throws Exception {
    SearchBench bench =
        new SearchBench(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    bench.run(Path.of(arguments[2]), arguments[3]);
    System.exit(bench.passed ? 0 : 1);
  }

  private void run(Path folder, String capsula) throws Exception {
    OUT.printf(
        "%d capsules that may be seen and a tenth that may not, %d languages, %d cues each%n",
        capsules, ManyCapsules.LANGUAGES.size(), cues);
    List<String> questions;
    boolean made = Files.exists(folder);
    try (Library library = Library.open(folder)) {
      Instant now = Clock.systemUTC().instant();
      Speech speech = new Speech(library, cues);
      if (!made) {
        timed("the library is made", () -> new ManyCapsules(library, now, speech).add(capsules));
      }
      Random random = new Random(5);
      questions =
          IntStream.range(0, QUESTIONS).mapToObj(i -> speech.question(capsules, random)).toList();
      try (Search search = new Search(library)) {
        timed("the index is made", search::follow);
        OUT.printf(Locale.ROOT, "    of %.1f MB%n", bytes(folder.resolve("search")) / 1e6);
        timed("it is compared", () -> compare(library, search, speech, questions));
      }
    }
    Process server =
        new ProcessBuilder(capsula, "serve", "--library", folder.toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      Load load = new Load(CatalogueBench.address(server));
      while (load.text("?q=x").contains("is being prepared")) {
        Thread.sleep(200);
      }
      measure(load, questions);
    } finally {
      server.destroy();
      server.waitFor();
    }
    OUT.println(passed ? "PASS" : "FAIL");
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void timed(String what, Work work) throws IOException {
    long begin = System.nanoTime();
    work.run();
    OUT.printf(Locale.ROOT, "%-24s %8.1f s%n", what, (System.nanoTime() - begin) / 1e9);
  }

  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** Against a scan of what the tables and the makers of the cues say. */
  private void compare(Library library, Search search, Speech speech, List<String> questions) {
    PlainScan scan = new PlainScan(questions);
    int all = capsules + capsules / 10;
    for (int n = 0; n < all; n++) {
      String id = "capsule-" + n;
      CapsuleTexts texts = texts(library, id);
      Situation situation = situation(library, "situation-" + n / 2);
      for (String language : ManyCapsules.LANGUAGES) {
        List<String> said = new ArrayList<>();
        said.add(texts.titles().byLanguage().getOrDefault(language, ""));
        said.add(texts.summaries().byLanguage().getOrDefault(language, ""));
        said.addAll(texts.keywords().getOrDefault(language, List.of()));
        said.add(situation.titles().byLanguage().getOrDefault(language, ""));
        said.add(situation.narratives().byLanguage().getOrDefault(language, ""));
        said.add(String.join("\n", speech.cues(n, language)));
        scan.read(id, language, said);
      }
    }
    int hits = 0;
    int different = 0;
    for (int i = 0; i < questions.size(); i++) {
      Set<String> found =
          new TreeSet<>(
              search.find(Question.of(questions.get(i)), Filter.ALL, all * 7).languages().keySet());
      hits += found.size();
      if (!found.equals(scan.found().get(i))) {
        different++;
        OUT.printf(
            "    %s: index %d, scan %d%n",
            questions.get(i), found.size(), scan.found().get(i).size());
      }
    }
    passed &= different == 0;
    OUT.printf(
        "%d questions, %d hits; different from a plain scan: %d  %s%n",
        questions.size(), hits, different, different == 0 ? "PASS" : "FAIL");
  }

  private static CapsuleTexts texts(Library library, String id) {
    return library
        .database()
        .look(s -> new CapsuleTextStore(s).byIds(List.of(id)))
        .getOrDefault(id, CapsuleTexts.NONE);
  }

  private static Situation situation(Library library, String id) {
    return Objects.requireNonNull(
        library.database().look(s -> new SituationStore(s).byIds(List.of(id))).get(id));
  }

  private void measure(Load load, List<String> questions) throws Exception {
    List<String> asked =
        questions.stream().map(each -> URLEncoder.encode(each, StandardCharsets.UTF_8)).toList();
    List<Line> lines =
        List.of(
            new Line("catalogue, first page", PAGE_MILLIS, n -> ""),
            new Line(
                "catalogue, language and country", PAGE_MILLIS, n -> "?language=el&country=GR"),
            new Line("catalogue, filters of none", PAGE_MILLIS, n -> "?theme=none&country=GR"),
            new Line("/api/capsules", PAGE_MILLIS, n -> "api/capsules"),
            new Line(
                "search, the 100 questions", SEARCH_MILLIS, n -> "?q=" + asked.get(n % QUESTIONS)),
            new Line(
                "search, with a filter",
                SEARCH_MILLIS,
                n -> "?country=BE&q=" + asked.get(n % QUESTIONS)),
            new Line(
                "search, /api/capsules",
                SEARCH_MILLIS,
                n -> "api/capsules?q=" + asked.get(n % QUESTIONS)),
            new Line("search, said of all", SEARCH_MILLIS, n -> "?q=plateforme"),
            new Line(
                "search, a phrase said of all", SEARCH_MILLIS, n -> "?q=%22plateforme+de+l%22"),
            new Line("search, said of none", SEARCH_MILLIS, n -> "?q=qqqq" + n));
    // None is measured while the server still compiles, or does the chores of its start.
    for (Line line : lines) {
      load.run(WARM_UP, LONGEST, line.address);
    }
    OUT.printf("%-40s %8s %7s %7s %7s%n", "milliseconds", "requests", "p50", "p99", "max");
    for (Line line : lines) {
      measure(load, line);
    }
  }

  /**
   * What is asked.
   *
   * @param millis that 99 of 100 answers may take
   * @param address of each request, from the origin, by its number
   */
  private record Line(String name, double millis, IntFunction<String> address) {}

  private void measure(Load load, Line line) throws Exception {
    Load.Times times = load.run(REQUESTS, LONGEST, line.address);
    boolean fast = times.at(0.99) <= line.millis;
    passed &= fast;
    OUT.printf(
        Locale.ROOT,
        "%-40s %8d %7.1f %7.1f %7.1f  ≤ %.0f %s%n",
        line.name,
        times.millis().size(),
        times.at(0.5),
        times.at(0.99),
        times.longest(),
        line.millis,
        fast ? "PASS" : "FAIL");
  }
}
