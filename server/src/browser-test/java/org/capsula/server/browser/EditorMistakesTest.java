package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capsula.pipeline.account.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be saved in the editor's page is said in its language, and marked. */
class EditorMistakesTest {
  private static EditorDesk desk;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    desk = new EditorDesk(folder, "film.yaml", "title: {fr: Le mot de passe}\n");
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void leave() {
    desk.closeVisits();
  }

  private static String said(Page page, String before) {
    page.waitForFunction(
        "before => document.getElementById('save-state').textContent !== before", before);
    return page.locator("#save-state").textContent();
  }

  @Test
  void refusedField_isNamedMarkedAndReached() {
    Page page = desk.visit(Role.MEDIA, "fr", 1280).page();
    Locator keywords = page.locator("[id='keywords.el']");
    keywords.evaluate("field => (field.closest('details').open = true)");
    keywords.fill(
        IntStream.rangeClosed(1, 101).mapToObj(n -> "w" + n).collect(Collectors.joining(",")));
    keywords.evaluate("field => (field.closest('details').open = false)");
    page.keyboard().press("Control+S");
    page.waitForFunction(
        "() => document.getElementById('keywords.el').getAttribute('aria-invalid') === 'true'");

    assertThat(page.locator("#save-state").textContent())
        .isEqualTo("Mots-clés (el): Pas plus de 100 sont gardés\u00a0; retirez-en.");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("keywords.el");
    keywords.fill("un, deux");
    assertThat(keywords.getAttribute("aria-invalid")).isNull();
    page.keyboard().press("Control+S");
    EditorDesk.untilSaid(page, "Tout est enregistré.");
  }

  @Test
  void placeThatIsNoNumber_isMarkedAndNotDropped() {
    Page page = desk.visit(Role.MEDIA, "de", 1280).page();
    assertThat(page.locator("[id='collection.order']").isVisible())
        .as("without a collection there is no place")
        .isFalse();
    page.locator("[id='collection.id']").selectOption("new");
    page.locator("[id='collection.order']").fill("drei");
    page.locator("#save").click();

    assertThat(said(page, "Nicht gespeicherte Änderungen.")).contains("markierte Feld");
    assertThat(page.locator("[id='collection.title-error']").textContent())
        .isEqualTo("Bitte ausfüllen.");
    assertThat(page.locator("[id='collection.order-error']").textContent())
        .startsWith("Schreiben Sie eine ganze Zahl");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("collection.title");
    Look.shoot(page, "editor-mistakes");

    page.locator("[id='collection.title']").fill("Im Büro");
    page.locator("[id='collection.order']").fill("3");
    page.locator("#save").click();
    EditorDesk.untilSaid(page, "Alles ist gespeichert.");
    page.reload();
    assertThat(page.locator("[id='collection.order']").inputValue()).isEqualTo("3");
  }

  @Test
  void trimBeyondTheFootage_isMarkedBeforeAnythingIsSent() {
    Page page = desk.visit(Role.MEDIA, "en", 1280).page();
    page.locator("#trim-start").fill("59:00");
    page.locator("#trim-end").fill("1:00:00");

    assertThat(page.locator("#trim-start-error").textContent())
        .startsWith("The footage ends at 0:");
    assertThat(page.locator("#trim-end-error").textContent()).startsWith("The footage ends at 0:");
    page.locator("#save").click();
    EditorDesk.untilSaid(page, "A value does not fit. Correct the marked field.");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("trim-start");
  }

  /** As a proxy in front of the server answers, or a program of another version. */
  @Test
  void refusalWithoutAReason_isWordedByItsStatus() {
    Page page = desk.visit(Role.MEDIA, "fr", 1280).page();
    page.route(
        "**/api/studio/capsules/*",
        route ->
            route.fulfill(
                new com.microsoft.playwright.Route.FulfillOptions()
                    .setStatus(403)
                    .setContentType("application/problem+json")
                    .setBody("{\"title\":\"Your account may not do this.\"}")));
    page.locator("[id='titles.fr']").fill("Autre");
    page.locator("#save").click();

    EditorDesk.untilSaid(page, "Votre compte ne le permet pas.");
  }
}
