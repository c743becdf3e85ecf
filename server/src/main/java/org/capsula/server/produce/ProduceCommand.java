package org.capsula.server.produce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.intake.SubtitleInput;
import org.capsula.pipeline.intake.SubtitleMatch;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.production.MachineFailureException;
import org.capsula.pipeline.production.Order;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.report.Findings;
import org.capsula.pipeline.report.Report;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.console.ProgressLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code capsula produce FILE… --to DIR}. */
@Command(
    name = "produce",
    description =
        "Makes a playable folder of each film: pictures in several sizes for every"
            + " network, levelled sound, subtitles, stills and a page that plays it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything was made",
      "1:at least one file was refused",
      "2:the command was used wrongly",
      "3:the machine failed: disk full, decoder killed"
    })
public final class ProduceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Footage from any camera or phone.")
  private List<Path> footage = List.of();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "Where the folders are made, one a film, named like it.")
  private Path directory = Path.of("");

  @Option(
      names = "--subtitles",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "WebVTT or SubRip files named NAME.LANGUAGE[.ROLE].EXT, like film.el.srt; after the films."
              + " With one film all are its own.")
  private List<Path> subtitles = List.of();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of the one subtitle file whose name has none, like el.")
  private @Nullable String language;

  @Option(
      names = "--ladder",
      paramLabel = "H",
      split = ",",
      description =
          "Sizes by the picture's short side in pixels, never larger than the film. Default: its"
              + " own, then of 1080,720,540,360,234 what is smaller.")
  private List<Integer> ladder = List.of();

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      converter = PresetConverter.class,
      description =
          "fast, balanced or small: more work for fewer bytes. Default: ${DEFAULT-VALUE}.")
  private Preset preset = Preset.FAST;

  @Option(
      names = "--av1",
      description =
          "Makes each size in AV1 too: for newer devices a third fewer bytes, for about twice the"
              + " work.")
  private boolean av1;

  @Option(
      names = "--trim",
      paramLabel = "START-END",
      converter = TrimConverter.class,
      description = "Uses this part only, like 0:05-1:20 or 5-80; either end may be left out.")
  private Trim trim = Trim.NONE;

  @Option(names = "--json", description = "Prints a report a film, one line of JSON each.")
  private boolean json;

  private final Producer producer;
  private final Console console;

  public ProduceCommand(Producer producer, Console console) {
    this.producer = producer;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Order> orders;
    try {
      orders = orders();
    } catch (UsageException e) {
      console.error(e.sentence());
      return ExitStatus.USAGE;
    }
    int status = ExitStatus.DONE;
    for (Order order : orders) {
      status = Math.max(status, produce(order));
    }
    return status;
  }

  private List<Order> orders() throws UsageException {
    if (ladder.stream().anyMatch(lines -> lines < 16)) {
      throw new UsageException("--ladder: give sizes of at least 16 lines, like 720,360.");
    }
    Footage.check(footage);
    Map<Path, List<SubtitleInput>> matched = SubtitleMatch.match(footage, subtitles, language);
    FolderNames names = new FolderNames(directory);
    List<Order> orders = new ArrayList<>();
    for (Path film : footage) {
      Path target = names.next(film);
      orders.add(
          new Order(
              film, matched.getOrDefault(film, List.of()), target, ladder, preset, trim, av1));
    }
    return orders;
  }

  private int produce(Order order) {
    Report report;
    int status;
    try (ProgressLine line = console.progress(order.footage().getFileName().toString())) {
      report = producer.produce(order, line::at);
      status = refusedSomething(report) ? ExitStatus.REFUSED : ExitStatus.DONE;
    } catch (MachineFailureException e) {
      report =
          Report.refused(
              order.footage().getFileName().toString(),
              Findings.refusal("machine-failure", e.sentence()));
      status = ExitStatus.MACHINE;
    }
    if (json) {
      console.result(Json.compact(report));
    } else if (!report.isRefused()) {
      console.result(order.target().toString());
    }
    ReportText.lines(report).forEach(console::error);
    return status;
  }

  /** A subtitle file that could not be read counts as an input, though its film was made. */
  private static boolean refusedSomething(Report report) {
    return report.isRefused()
        || report.findings().stream()
            .anyMatch(finding -> finding.code().equals("subtitles-unreadable"));
  }
}
