package org.capsula.server.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.production.Production.State;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.studio.StudioServer.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a browser without a script has it. */
class StudioPageTest {
  @TempDir private Path folder;
  private StudioServer studio;
  private Visitor media;

  @BeforeEach
  void open() {
    studio = new StudioServer(folder);
    media = studio.visitor(Role.MEDIA);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private String page(String query) throws Exception {
    HttpResponse<String> answer = studio.get(media, "/studio" + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return answer.body();
  }

  @ParameterizedTest
  @EnumSource
  void emptyStudio_saysWhatToDo(PageLanguage language) throws Exception {
    assertThat(page("?lang=" + language.tag()))
        .contains(Messages.of(language).text("studio.empty.text"))
        .contains("href=\"/studio/upload?lang=" + language.tag() + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void failedProduction_isExplainedInWords(PageLanguage language) throws Exception {
    studio.addCapsule("a", "Une situation");
    studio.fail(studio.begin(studio.produce("a")), "machine-failure", "The disk <x> is full.");

    assertThat(page("?lang=" + language.tag()))
        .contains(Messages.of(language).text("findings.machine-failure"))
        .contains(Messages.of(language).text("findings.machine-failure.action"))
        .contains("The disk &lt;x&gt; is full.");
  }

  @Test
  void posterThatWasChosen_isShownInTheList() throws Exception {
    studio.addCapsule("a", "Une situation");
    assertThat(page("")).doesNotContain("poster/", "poster.jpg");
    studio.<Integer>write(
        session ->
            session
                .handle()
                .execute(
                    "INSERT INTO capsule_poster (capsule_id, sha256, bytes) VALUES ('a', 'f-a', 1)"));

    assertThat(page("")).contains("src=\"/api/studio/capsules/a/poster/f-a.jpg\"");
  }

  @Test
  void rows_offerWhatCanBeDone() throws Exception {
    studio.addCapsule("a", "Une situation");
    studio.produce("a");

    String page = page("");

    assertThat(page).contains("/studio/capsules/a/cancel", "/studio/capsules/a/delete");
    assertThat(page).doesNotContain("/a/retry", "/a/release-held", "/a/restore");
    assertThat(page).contains("<progress max=\"100\" value=\"0\"", "La prochaine de la file");
  }

  @Test
  void trainer_isOfferedNothingThatIsNotAllowed() throws Exception {
    studio.addCapsule("a", "Une situation");
    studio.produce("a");

    assertThat(studio.get(studio.visitor(Role.TRAINER), "/studio").body())
        .contains("Une situation")
        .doesNotContain("/a/cancel", "/a/delete", "/studio/upload");
  }

  @Test
  void forms_doWhatTheySayAndComeBackToTheList() throws Exception {
    studio.addCapsule("a", "Une situation");
    studio.produce("a");

    assertThat(post("/studio/capsules/a/cancel")).isEqualTo("/studio?said=cancelled");
    assertThat(studio.newest("a")).isEqualTo(State.CANCELLED);
    assertThat(post("/studio/capsules/a/cancel")).isEqualTo("/studio?said=already");
    assertThat(page("?said=already")).contains("C’était déjà le cas");
    assertThat(post("/studio/capsules/a/retry?lang=el")).isEqualTo("/studio?said=retried&lang=el");
    assertThat(page("?said=%3Cscript%3E")).doesNotContain("&lt;script");
  }

  @Test
  void deletion_isAskedAndTakenBack() throws Exception {
    studio.addCapsule("a", "Une situation");

    assertThat(studio.get(media, "/studio/capsules/a/delete").body())
        .contains("Supprimer cette capsule", "Une situation");
    assertThat(post("/studio/capsules/a/delete")).isEqualTo("/studio?deleted=a");
    assertThat(page("?deleted=a"))
        .contains("a été supprimée", "/studio/capsules/a/restore")
        .doesNotContain("id=\"capsule-a\"");
    assertThat(page("?show=deleted")).contains("id=\"capsule-a\"", "dans 30 jours");
    assertThat(studio.get(media, "/studio/capsules/a/delete").statusCode()).isEqualTo(404);
    assertThat(post("/studio/capsules/a/restore")).isEqualTo("/studio?said=restored");
    assertThat(page("?deleted=a")).contains("id=\"capsule-a\"").doesNotContain("a été supprimée");
  }

  private String post(String path) throws Exception {
    HttpResponse<String> answer = studio.send(media, "POST", path);
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void pages_leadOnAndKeepWhatWasLookedFor() throws Exception {
    for (int i = 0; i < 27; i++) {
      studio.addCapsule("c" + i, "Été n° " + i);
    }
    String first = page("?q=%C3%89t%C3%A9&show=draft");
    assertThat(first.split("class=\"capsule\"")).hasSize(26);
    int next = first.indexOf("rel=\"next\" href=\"") + 17;
    String address = first.substring(next, first.indexOf('"', next)).replace("&amp;", "&");

    assertThat(address).startsWith("/studio?show=draft&q=%C3%89t%C3%A9&after=");
    assertThat(page(address.substring(7)).split("class=\"capsule\"")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?show=nothing", "?after=x", "?after="})
  void addressThatIsNone_isNotFound(String query) throws Exception {
    assertThat(studio.get(media, "/studio" + query).statusCode()).isEqualTo(404);
  }

  @Test
  void searchForNothingThatIs_leadsBack() throws Exception {
    assertThat(page("?q=nirgends")).contains("Aucune capsule ne correspond");
  }
}
