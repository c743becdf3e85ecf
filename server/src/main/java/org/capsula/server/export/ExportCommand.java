package org.capsula.server.export;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.library.LibraryView;
import org.capsula.pipeline.storage.PartialFolder;
import org.capsula.server.asset.Assets;
import org.capsula.server.catalogue.PlainCatalogue;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.console.ProgressLine;
import org.capsula.server.safekeeping.Amount;
import org.capsula.server.safekeeping.Bar;
import org.capsula.server.safekeeping.DiskTrouble;
import org.capsula.server.serve.Failures;
import org.capsula.server.serve.LibraryOption;
import org.capsula.server.serve.ViewerRoutes;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code capsula export}. */
@Command(
    name = "export",
    description =
        "Writes what everybody may see now as a folder that any web server can serve, if it answers"
            + " byte ranges: the catalogue and the capsules in six languages, with all that they"
            + " play and offer. The server may go on meanwhile.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the folder is complete",
      "2:the command was used wrongly, or the library is of another version",
      "3:the machine failed: disk full; the older export is as it was"
    })
public final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description =
          "An older export there is replaced when the new one is complete; what did not change is"
              + " not copied again.")
  private String target = "";

  @Option(
      names = "--base",
      paramLabel = "URL",
      description =
          "Where the folder will stand on the web: adds a sitemap.xml for search engines.")
  private @Nullable String base;

  @Mixin private LibraryOption library = new LibraryOption();

  private final Clock clock;
  private final Console console;

  public ExportCommand(Clock clock, Console console) {
    this.clock = clock;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return Failures.told(console, this::export);
  }

  private int export() throws UsageException {
    if (target.isBlank()) {
      throw new UsageException("--to is empty; name a folder.");
    }
    URI start = base == null ? null : Base.of(base);
    Path place = Path.of(target).toAbsolutePath().normalize();
    // One moment for everything: what opens or closes meanwhile is in it as a whole, or not.
    Instant now = clock.instant();
    try (LibraryView view = library.view()) {
      if (place.startsWith(view.folder()) || view.folder().startsWith(place)) {
        throw new UsageException(
            "The export %s and the library %s overlap; choose another --to."
                .formatted(place, view.folder()));
      }
      OlderExport older = OlderExport.in(place);
      try (PartialFolder aside = PartialFolder.in(Objects.requireNonNull(place.getParent()))) {
        ExportFolder folder = new ExportFolder(aside.content(), older);
        write(view, folder, start, now);
        aside.sync();
        aside.moveTo(place);
        tell(folder, place, Census.of(view.database(), now));
      }
      return ExitStatus.DONE;
    } catch (ChangedCatalogueException e) {
      console.error("The export was given up: " + e.getMessage() + "; start it again.");
      return ExitStatus.MACHINE;
    } catch (IOException e) {
      console.error(DiskTrouble.sentence(place, "--to", e));
      return ExitStatus.MACHINE;
    }
  }

  private void write(LibraryView view, ExportFolder folder, @Nullable URI start, Instant now)
      throws IOException {
    Pages pages = new Pages(Assets.load(), /* served= */ false);
    Clock then = Clock.fixed(now, ZoneOffset.UTC);
    ViewerRoutes routes = new ViewerRoutes(view.database(), view.storage(), then, pages);
    PlainCatalogue catalogue = new PlainCatalogue(new Shown(view.database(), then), pages);
    List<String> licences =
        List.of(
            pages.assets().address("literata-licence.txt"), pages.assets().address("LICENSES.txt"));
    try (ProgressLine line = console.progress("export")) {
      new StaticSite(new OwnRoutes(routes.all(catalogue)), folder, start)
          .export(pages.entrance(), licences, Bar.on(line));
    }
  }

  private void tell(ExportFolder folder, Path place, Census census) {
    console.result(
        "%d %s: %s in %s, %d of them new."
            .formatted(
                census.capsules(),
                census.capsules() == 1 ? "capsule" : "capsules",
                Amount.of(folder.files(), folder.bytes()),
                place,
                folder.written()));
    Instant closes = census.firstClosing();
    if (closes != null) {
      console.error(
          "A folder closes nothing by itself: export again before "
              + closes
              + ", when the first"
              + " capsule in it closes.");
    }
  }
}
