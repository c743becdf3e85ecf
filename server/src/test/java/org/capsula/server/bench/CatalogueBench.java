package org.capsula.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.library.Library;

/** How fast the pages and the API of a large catalogue are; see {@code bench/catalogue.sh}. */
public final class CatalogueBench {
  private static final int WARM_UP = 1_000;
  private static final int REQUESTS = 3_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** What a viewer does not notice, with room for the network. */
  private static final double BOUND_MILLIS = 50;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final int capsules;
  private boolean passed = true;

  private CatalogueBench(int capsules) {
    this.capsules = capsules;
  }

  /**
   * @param arguments how many capsules, an empty folder, and the command that starts Capsula
   */
  public static void main(String[] arguments) throws Exception {
    CatalogueBench bench = new CatalogueBench(Integer.parseInt(arguments[0]));
    bench.run(Path.of(arguments[1], "library"), arguments[2]);
    System.exit(bench.passed ? 0 : 1);
  }

  private void run(Path folder, String capsula) throws Exception {
    Instant now = Clock.systemUTC().instant();
    try (Library library = Library.open(folder)) {
      new ManyCapsules(library, now).add(capsules);
      plans(QueryPlans.of(library.database(), now));
    }
    Process server =
        new ProcessBuilder(capsula, "serve", "--library", folder.toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      measure(new Load(address(server)), server);
    } finally {
      server.destroy();
      server.waitFor();
    }
    OUT.println(passed ? "PASS" : "FAIL");
  }

  static String address(Process server) throws IOException {
    BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(out.readLine());
    Matcher address = Pattern.compile("http://\\S+").matcher(line);
    if (!address.find()) {
      throw new IllegalStateException("the server does not start: " + line);
    }
    return address.group();
  }

  private void plans(Map<String, List<String>> plans) {
    OUT.println("## Query plans");
    OUT.println(
        "SEARCH looks rows up in an index. SCAN … USING INDEX walks one, in the order of a");
    OUT.println("page and no further than its LIMIT. SCAN alone reads a whole table: that fails.");
    plans.forEach(
        (name, steps) -> {
          boolean scans = steps.stream().anyMatch(QueryPlans::isFullScan);
          passed &= !scans;
          OUT.println(name + (scans ? ": FAIL" : ":"));
          steps.forEach(step -> OUT.println("    " + step));
        });
  }

  private void measure(Load load, Process server) throws Exception {
    OUT.printf(
        Locale.ROOT,
        "%n## Answers over loopback, %d capsules, %d keep-alive clients%n"
            + "Each line: %d requests to warm up, then at most %d or %d s. Milliseconds; bytes of"
            + " one answer;%nCPU of the server for one answer, which a busy machine changes little."
            + " Load average before: %.1f.%n",
        capsules,
        Load.CLIENTS,
        WARM_UP,
        REQUESTS,
        LONGEST.toSeconds(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    OUT.printf(
        "%-34s %8s %7s %7s %7s %7s %7s%n", "", "requests", "bytes", "p50", "p99", "max", "CPU");
    List<String> pages = walk(load, "", "href=\"/(\\?after=[^\"]+)\"", "");
    List<String> api = walk(load, "api/capsules", "\"next\":\"([^\"]+)\"", "api/capsules?after=");
    line(load, server, "catalogue, first page", n -> "");
    line(load, server, "catalogue, walked by next", n -> pages.get(n % pages.size()));
    line(load, server, "/api/capsules", n -> "api/capsules");
    line(load, server, "/api/capsules, walked", n -> api.get(n % api.size()));
    line(load, server, "/api/capsules?language=el", n -> "api/capsules?language=el");
    line(load, server, "/api/capsules?theme=…", n -> "api/capsules?theme=" + theme(n));
    line(load, server, "/api/capsules?theme= (of none)", n -> "api/capsules?theme=none");
    line(load, server, "/api/capsules?limit=100", n -> "api/capsules?limit=100");
    line(load, server, "/?country=…&length=…", n -> "?country=" + country(n) + "&length=long");
    line(load, server, "/?theme= (of none)&country=", n -> "?theme=none&country=" + country(n));
    line(load, server, "/api/capsules?q=… (found in all)", n -> "api/capsules?q=plateforme");
    line(load, server, "/api/capsules?q=… (found in none)", n -> "api/capsules?q=nowhere+" + n);
    line(load, server, "/api/capsules/{id}", n -> "api/capsules/capsule-" + n % capsules);
    line(load, server, "/c/{slug}", n -> "c/" + ManyCapsules.slug(n % capsules));
    line(
        load,
        server,
        "/c/{slug}/multivariant.m3u8",
        n -> "c/" + ManyCapsules.slug(n % capsules) + "/multivariant.m3u8");
  }

  /** The launcher becomes Java by exec: it is the process itself. */
  private static Duration cpu(Process server) {
    return server.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static String country(int n) {
    return List.of("BE", "FR", "GR", "LU", "RO").get(n % 5);
  }

  private static String theme(int n) {
    String theme = ManyCapsules.THEMES.get(n % ManyCapsules.THEMES.size());
    return URLEncoder.encode(theme, StandardCharsets.UTF_8);
  }

  /** All pages; that they hold every capsule is a test's business. */
  private static List<String> walk(Load load, String first, String next, String prefix)
      throws IOException, InterruptedException {
    List<String> addresses = new ArrayList<>(List.of(first));
    Pattern pattern = Pattern.compile(next);
    for (int i = 0; i < addresses.size(); i++) {
      Matcher found = pattern.matcher(load.text(addresses.get(i)));
      if (found.find()) {
        addresses.add(prefix + found.group(1));
      }
    }
    return addresses;
  }

  private void line(Load load, Process server, String name, IntFunction<String> address)
      throws Exception {
    load.run(WARM_UP, LONGEST, address);
    Duration before = cpu(server);
    Load.Times times = load.run(REQUESTS, LONGEST, address);
    double cpu = cpu(server).minus(before).toNanos() / 1e6 / times.millis().size();
    boolean fast = times.at(0.99) < BOUND_MILLIS;
    passed &= fast;
    OUT.printf(
        Locale.ROOT,
        "%-34s %8d %7d %7.1f %7.1f %7.1f %7.1f  %s%n",
        name,
        times.millis().size(),
        times.bytes(),
        times.at(0.5),
        times.at(0.99),
        times.longest(),
        cpu,
        fast ? "PASS" : "FAIL");
  }
}
