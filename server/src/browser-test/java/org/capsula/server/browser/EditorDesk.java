package org.capsula.server.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.database.Session;
import org.capsula.server.editor.EditedSite;

/** One capsule with a real film, and the people who edit it. */
final class EditorDesk implements AutoCloseable {
  final EditedSite site;
  private final Chromium chromium = Chromium.launch();
  private final List<Visit> visits = new ArrayList<>();

  /**
   * @param sideCars names and contents in turn
   */
  EditorDesk(Path folder, String... sideCars) throws Exception {
    site = EditedSite.open(folder, Role.VIEWER).add("media/vfr-360p.mp4", sideCars);
  }

  /** The editor's page, when its script has begun. */
  Visit visit(Role role, String language, int width) {
    Visit visit =
        new Visit(
            chromium,
            site.origin(),
            Demo.options(language, width, 900)
                .setExtraHTTPHeaders(Map.of("Test-Role", role.name())));
    visits.add(visit);
    visit.open("/studio/capsules/" + site.capsule() + "?lang=" + language);
    visit.until("() => document.getElementById('save-state').textContent !== ''");
    visit.until("() => document.getElementById('release-state').textContent !== ''");
    return visit;
  }

  static void untilSaid(Page page, String words) {
    page.waitForFunction(
        "words => document.getElementById('save-state').textContent === words", words);
  }

  void write(Consumer<Session> work) {
    site.library().database().useTransaction(work);
  }

  void release(Release release) {
    write(session -> new ReleaseStore(session).save(release));
  }

  /** For the next test. */
  void closeVisits() {
    visits.forEach(Visit::close);
    visits.clear();
  }

  @Override
  public void close() {
    closeVisits();
    chromium.close();
    site.close();
  }
}
