package org.capsula.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.server.catalogue.SearchSite.NOON;
import static org.capsula.server.catalogue.SearchSite.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages and API tell of what was looked for: nothing that may not be seen. */
class SearchingTest {
  @TempDir private Path folder;

  private SearchSite site;

  @BeforeEach
  void open() {
    site = new SearchSite(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void addOpen(String id, String title) {
    site.add(id, title, List.of(), null);
    site.release(id, NOON.minusSeconds(60), null);
  }

  @Test
  void hit_saysItsCueAndLeadsToItsSecond() throws Exception {
    addOpen("guichet", "Le guichet");
    site.say("guichet", "el", "00:12.500 --> 00:15.000\nΗ <i>μητέρα</i> & το παιδί\n");
    site.follow();

    JsonNode cue = api("q=ΜΗΤΕΡΑ").path("items").path(0).path("cues").path(0);
    assertThat(cue.path("language").asText()).isEqualTo("el");
    assertThat(cue.path("startSeconds").asDouble()).isEqualTo(12.5);
    assertThat(cue.path("text").asText()).isEqualTo("Η μητέρα & το παιδί");
    assertThat(cue.path("marks").toString()).isEqualTo("[[2,8]]");
    assertThat(cue.path("page").asText()).isEqualTo("/c/guichet?t=12.5&captions=el");
    assertThat(site.get("/?q=" + encoded("μητερα")).body())
        .contains("href=\"/c/guichet?t=12.5&amp;captions=el\"")
        .contains("Η <mark>μητέρα</mark> &amp; το παιδί")
        .contains("1 capsule trouvée");
  }

  @Test
  void hit_inATitleIsMarkedThere() throws Exception {
    addOpen("guichet", "Le guichet & l’École");
    site.follow();

    assertThat(site.get("/?q=" + encoded("GUICHETS ecole")).body())
        .contains(">Le <mark>guichet</mark> &amp; <mark>l’École</mark></a>");
    assertThat(site.get("/").body()).contains(">Le guichet &amp; l’École</a>");
  }

  /** The index knows all of them; nobody is told, not even how many there are. */
  @Test
  void hiddenCapsules_areNeitherToldNorCounted() throws Exception {
    addOpen("seen", "Le guichet");
    site.add("draft", "Le guichet du matin", List.of("famille"), "BE");
    site.add("later", "Le guichet du soir", List.of("dette"), "RO");
    site.release("later", NOON.plusSeconds(60), null);
    site.follow();

    assertThat(slugs(api("q=guichet"))).containsExactly("seen");
    assertThat(api("q=guichet").path("total").asInt()).isEqualTo(1);
    assertThat(api("q=matin").path("total").asInt()).isZero();
    assertThat(site.get("/?q=guichet").body())
        .contains("1 capsule trouvée")
        .doesNotContain("draft", "later", "famille", "Belgique", "dette", "Roumanie");
  }

  /** Nothing is done at the instant; the clock alone has moved. */
  @Test
  void hits_comeAndGoWithTheClock() throws Exception {
    site.add("a", "Le guichet", List.of("dette"), "BE");
    site.release("a", NOON.plusSeconds(60), NOON.plusSeconds(120));
    site.follow();

    List<Boolean> found = new ArrayList<>();
    List<Boolean> offered = new ArrayList<>();
    for (int second : new int[] {59, 60, 64, 119, 120}) {
      site.setTo(NOON.plusSeconds(second));
      boolean searched = slugs(api("q=guichet")).equals(List.of("a"));
      assertThat(slugs(api("theme=dette&country=be&length=short")).equals(List.of("a")))
          .isEqualTo(searched);
      found.add(searched);
      offered.add(site.get("/?q=x").body().contains("value=\"dette\""));
    }
    assertThat(found).containsExactly(false, true, true, true, false);
    // A choice that led nowhere is looked at again after five seconds; it never comes early.
    assertThat(offered).containsExactly(false, false, true, true, false);
  }

  @Test
  void filters_standInTheirBadges() throws Exception {
    site.add("a", "Le guichet", List.of("logement"), "BE");
    site.add("b", "Das Amt", List.of("housing"), "LU");
    site.release("a", NOON.minusSeconds(60), null);
    site.release("b", NOON.minusSeconds(50), null);
    site.say("a", "el", "00:01.000 --> 00:02.000\nνερό\n");
    site.follow();

    assertThat(slugs(api("theme=logement"))).containsExactly("b", "a");
    assertThat(slugs(api("theme=logement&language=ell"))).containsExactly("a");
    assertThat(slugs(api("length=long"))).isEmpty();
    String page = site.get("/?q=guichet&theme=housing&country=BE").body();
    assertThat(page)
        .contains("<option value=\"housing\" selected>logement</option>")
        .doesNotContain("<option value=\"logement\"")
        .contains("href=\"/?q=guichet&amp;country=BE\"")
        .contains("href=\"/?q=guichet&amp;theme=housing\"")
        .contains("1 capsule trouvée");
    assertThat(site.get("/?country=GR").body()).contains("Aucune capsule ne répond à ces filtres.");
  }

  @Test
  void pages_ofWhatWasFound_holdEachOnce() throws Exception {
    for (int n = 0; n < Searching.MOST + 5; n++) {
      addOpen("c" + n, "Le guichet " + n);
    }
    site.follow();

    List<String> walked = new ArrayList<>();
    String after = "";
    for (int pages = 0; pages < 50 && after != null; pages++) {
      JsonNode page = api("q=guichet&limit=60" + (after.isEmpty() ? "" : "&after=" + after));
      walked.addAll(slugs(page));
      assertThat(page.path("total").isNull()).isTrue();
      after = page.path("next").textValue();
    }
    assertThat(walked).hasSize(Searching.MOST).doesNotHaveDuplicates();
    assertThat(site.get("/?q=guichet").body())
        .contains("Plus de " + Searching.MOST + " capsules trouvées.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=s0", "after=s1000", "after=x", "after=s24"})
  void page_thatNothingLedTo_isNone(String query) throws Exception {
    addOpen("a", "Le guichet");
    site.follow();

    assertThat(site.get("/?q=guichet&" + query).statusCode()).isEqualTo(404);
  }

  @Test
  void lengthThatIsNone_isRefusedByTheApi() throws Exception {
    assertThat(site.get("/api/capsules?length=endless").statusCode()).isEqualTo(400);
  }

  @Test
  void whileTheIndexIsMade_pagesSaySoAndFiltersHold() throws Exception {
    site.add("a", "Le guichet", List.of("logement"), "BE");
    site.release("a", NOON.minusSeconds(60), null);

    assertThat(api("q=guichet").path("total").isNull()).isTrue();
    assertThat(site.get("/?q=guichet").body()).contains("La recherche se prépare");
    assertThat(slugs(api("country=BE"))).containsExactly("a");
  }

  @Test
  void questionOfAnything_isAnswered() throws Exception {
    addOpen("a", "Le guichet");
    site.follow();
    Random random = new Random(11);
    String special = "\"“”«» \t\n+-&|!(){}[]^~*?:\\/'’%<>é\u0301ß\uFEFF";
    for (int round = 0; round < 60; round++) {
      StringBuilder typed = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        typed.append(
            random.nextBoolean()
                ? special.charAt(random.nextInt(special.length()))
                : (char) (' ' + random.nextInt(0x3000)));
      }
      String query = encoded(typed.toString());
      assertThat(site.get("/?q=" + query).statusCode()).as(query).isEqualTo(200);
      assertThat(site.get("/api/capsules?q=" + query).statusCode()).as(query).isEqualTo(200);
    }
  }

  private JsonNode api(String query) throws Exception {
    String address = query.replace("ΜΗΤΕΡΑ", encoded("ΜΗΤΕΡΑ"));
    return new ObjectMapper().readTree(site.get("/api/capsules?" + address).body());
  }

  private static List<String> slugs(JsonNode page) {
    List<String> slugs = new ArrayList<>();
    page.path("items").forEach(item -> slugs.add(item.path("slug").asText()));
    return slugs;
  }
}
