package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capsula.server.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One upload's card where the server is late, says no, or ends at the wrong moment. */
class UploadCardTest {
  private static final String SRT = "1\n00:00:00,000 --> 00:00:01,000\nGood morning.\n";

  @TempDir private Path folder;
  private UploadServer server;
  private Chromium chromium;
  private Visit visit;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    server = new UploadServer(folder.resolve("library"));
    chromium = Chromium.launch();
    visit = new Visit(chromium, server.origin(), Demo.options("en", 1280, 900));
    page = visit.open("/studio/upload");
  }

  @AfterEach
  void stop() {
    visit.close();
    chromium.close();
    server.close();
  }

  private Path film() throws IOException {
    return Files.copy(SharedData.path("media/with-chapters.mp4"), folder.resolve("film.mp4"));
  }

  private Path subtitles() throws IOException {
    return Files.writeString(folder.resolve("film.srt"), SRT);
  }

  private Locator card() {
    return page.locator(".upload");
  }

  private void await(String state) {
    page.locator(".upload[data-state=" + state + "]").waitFor();
  }

  private void press(String action) {
    card().locator("[data-action=" + action + "]").click();
  }

  private String trouble() {
    return card().locator("[data-part=trouble]").textContent();
  }

  /** Requests that the server does not see before they are let go. */
  private List<Route> hold(String addresses, String method) {
    List<Route> held = new ArrayList<>();
    page.route(
        addresses,
        route -> {
          if (route.request().method().equals(method)) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    return held;
  }

  private void answer(String addresses, String method, int status, String body) {
    page.route(
        addresses,
        route -> {
          if (route.request().method().equals(method)) {
            route.fulfill(new Route.FulfillOptions().setStatus(status).setBody(body));
          } else {
            route.resume();
          }
        });
  }

  private void awaitHeld(List<Route> held) {
    page.waitForCondition(() -> !held.isEmpty());
  }

  @Test
  void subtitlesWhoseLanguageNobodyTold_areAskedForWhereOneSeesIt() throws Exception {
    List<Route> pieces = hold("**/uploads/*", "PATCH");
    page.locator("#choose-files").setInputFiles(new Path[] {film(), subtitles()});
    awaitHeld(pieces);

    assertThat(card().locator("[data-part=ask]").textContent()).contains("film.srt");
    assertThat(page.locator("#said").textContent()).contains("film.srt");
    card().locator(".language-row select").selectOption("el");
    card().locator(".subtitles li").waitFor();
    assertThat(card().locator("[data-part=ask]").isVisible()).isFalse();
    pieces.forEach(Route::resume);

    await("done");
    assertThat(server.languagesOf("film.mp4")).containsExactly("el");
    assertThat(card().locator("[data-part=trouble]").isVisible()).isFalse();
  }

  @Test
  void subtitlesThatNobodyAnsweredFor_areToldWhenTheFilmIsIn() throws Exception {
    page.locator("#choose-files").setInputFiles(new Path[] {film(), subtitles()});

    await("done");

    assertThat(trouble()).contains("film.srt").contains("Add it in the studio");
    assertThat(page.locator("#said").textContent()).contains("film.srt");
    assertThat(card().locator("a[data-action=open]").isVisible()).isTrue();
  }

  @Test
  void filmThatIsPausedWhileItBegins_isOneUpload() throws Exception {
    List<Route> creations = hold("**/uploads", "POST");
    page.locator("#choose-files").setInputFiles(film());
    awaitHeld(creations);

    press("pause");
    press("resume");
    await("sending");
    creations.forEach(Route::resume);

    await("done");
    assertThat(creations).hasSize(1);
    assertThat(server.uploads()).isEqualTo(1);
  }

  @Test
  void filmThatIsPausedWhileItBegins_staysPaused() throws Exception {
    List<Route> creations = hold("**/uploads", "POST");
    List<Route> pieces = hold("**/uploads/*", "PATCH");
    page.locator("#choose-files").setInputFiles(film());
    awaitHeld(creations);

    press("pause");
    page.waitForResponse("**/uploads", () -> creations.forEach(Route::resume));
    page.waitForFunction("() => new Promise((done) => setTimeout(() => done(true), 0))");

    await("paused");
    assertThat(pieces).isEmpty();
  }

  @Test
  void filmThatIsCancelledWhileItBegins_leavesNoUpload() throws Exception {
    List<Route> creations = hold("**/uploads", "POST");
    page.locator("#choose-files").setInputFiles(film());
    awaitHeld(creations);

    press("cancel");
    page.locator("#none:not([hidden])").waitFor();
    assertThat((boolean) page.evaluate("document.activeElement.id === 'list-title'")).isTrue();
    page.waitForResponse(
        response -> response.request().method().equals("DELETE"),
        () -> creations.forEach(Route::resume));

    assertThat(server.uploads()).isZero();
  }

  @Test
  void cancelThatFails_leavesACardThatCanBeCancelled() throws Exception {
    List<Route> pieces = hold("**/uploads/*", "PATCH");
    page.locator("#choose-files").setInputFiles(film());
    awaitHeld(pieces);
    answer("**/uploads/*", "DELETE", 500, "");

    press("cancel");
    await("paused");
    assertThat(trouble()).contains("Try again");

    page.unroute("**/uploads/*");
    press("cancel");
    page.locator("#none:not([hidden])").waitFor();
    assertThat(server.uploads()).isZero();
  }

  @Test
  void whatIsTypedWhenTheFilmEnds_staysOnTheCard() throws Exception {
    answer("**/form", "PUT", 409, "{\"type\":\"/problems/upload-ended\"}");
    List<Route> pieces = hold("**/uploads/*", "PATCH");
    page.locator("#choose-files").setInputFiles(film());
    awaitHeld(pieces);
    card().locator("summary").click();
    card().locator(".titles input").fill("The door");
    pieces.forEach(Route::resume);

    await("done");

    assertThat(trouble()).contains("The door").contains("Add it in the studio");
    assertThat(card().locator("a[data-action=open]").isVisible()).isTrue();
  }

  @Test
  void whatIsSaidLast_isWhatIsKept() throws Exception {
    List<Route> pieces = hold("**/uploads/*", "PATCH");
    List<Route> saves = hold("**/form", "PUT");
    page.locator("#choose-files").setInputFiles(film());
    awaitHeld(pieces);
    card().locator("summary").click();
    Locator title = card().locator(".titles input");
    title.fill("The do");
    title.press("Tab");
    awaitHeld(saves);
    title.fill("The door");
    title.press("Tab");

    assertThat(saves).as("one at a time").hasSize(1);
    page.unroute("**/form");
    page.waitForResponse(
        response -> response.request().postData().contains("The door"),
        () -> saves.forEach(Route::resume));
    pieces.forEach(Route::resume);

    await("done");
    assertThat(server.titleOf("film.mp4")).isEqualTo("The door");
  }

  @Test
  void machineThatFails_isNotCalledAFullDisk() throws Exception {
    answer(
        "**/api/uploads/*",
        "GET",
        200,
        "{\"state\":\"checking\",\"reasonCode\":\"machine-failure\"}");
    // What the page asks at its beginning has the same form of address.
    page.route("**/api/uploads/limits", Route::resume);
    page.locator("#choose-files").setInputFiles(film());

    card().locator("[data-part=trouble]:text('every minute')").waitFor();
    page.unroute("**/api/uploads/*");
    await("done");
  }

  @Test
  void serverThatTakesNothing_isSaidAndTriedAgain() throws Exception {
    answer("**/uploads/*", "PATCH", 503, "");
    page.locator("#choose-files").setInputFiles(film());

    await("waiting");
    assertThat(trouble()).contains("goes on by itself");

    page.unroute("**/uploads/*");
    await("done");
  }

  @Test
  void filmThatIsNoneByItsFirstBytes_isSaidToBeThat() throws Exception {
    Path text = folder.resolve("film.mp4");
    Files.writeString(text, "No film at all.\n".repeat(20_000), StandardCharsets.UTF_8);
    page.locator("#choose-files").setInputFiles(text);

    await("refused");

    assertThat(trouble()).contains("this is no film");
  }

  @Test
  void sameFileForAPausedFilm_goesOn() throws Exception {
    List<Route> pieces = hold("**/uploads/*", "PATCH");
    Path film = film();
    page.locator("#choose-files").setInputFiles(film);
    awaitHeld(pieces);
    press("pause");
    page.unroute("**/uploads/*");

    page.locator("#choose-files").setInputFiles(film);

    await("done");
    assertThat(card().count()).isEqualTo(1);
  }

  @Test
  void droppedFileThatCannotBeRead_takesNoOtherWithIt() {
    Object found =
        page.evaluate(
            """
            async () => {
              const script = document.querySelector("script[src*='/upload.js']").src;
              const { dropped } = await import(script.replace("upload.js", "upload-files.js"));
              const file = (name, read) => ({ isFile: true, name, file: read });
              const entries = [
                file("locked.mp4", (done, failed) => failed(new Error("NotReadableError"))),
                file("film.mp4", (done) => done({ name: "film.mp4" })),
              ];
              const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
              const { files, unreadable } = await dropped({ items, files: [] });
              return files.map((one) => one.name).join() + " without " + unreadable.join();
            }
            """);

    assertThat(found).isEqualTo("film.mp4 without locked.mp4");
  }
}
