package org.capsula.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capsula.server.SharedData;

/** A library made by the program's own commands: one film that is a draft still, and a trainer. */
record StoryLibrary(Path folder, String invitation) {
  private static final String PASSWORD = "drei Katzen auf dem Dach";
  private static final String CUES =
      """
      1
      00:00:00,500 --> 00:00:04,000
      %s

      2
      00:00:05,000 --> 00:00:12,000
      %s

      3
      00:00:20,000 --> 00:00:40,000
      %s
      """;

  static StoryLibrary make(Path folder) throws IOException, InterruptedException {
    Path library = folder.resolve("library");
    Path films = Files.createDirectory(folder.resolve("films"));
    Files.copy(SharedData.path("media/sintel-trailer-720p.mp4"), films.resolve("code.mp4"));
    write(films, "code.yaml", "title: {en: The code, el: Ο κωδικός}\nlanguage: en\n");
    write(
        films,
        "code.el.srt",
        CUES.formatted(
            "Καλημέρα σας, περάστε.",
            "Έχω μια ερώτηση για την αίτηση.",
            "Ο κωδικός ήρθε με το ταχυδρομείο."));
    write(
        films,
        "code.fr.srt",
        CUES.formatted(
            "Bonjour, entrez.",
            "J’ai une question sur la demande.",
            "Le code est arrivé par la poste."));
    Capsula.Run imported = Capsula.run("import", films.toString(), "--library", library.toString());
    assertThat(imported.status()).as(imported.err().toString()).isZero();
    Capsula.Run added =
        Capsula.run("user", "add", "ana", "--role", "trainer", "--library", library.toString());
    assertThat(added.status()).as(added.err().toString()).isZero();
    return new StoryLibrary(library, URI.create(added.out().get(0)).getPath());
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  Capsula serve() throws IOException {
    return Capsula.start("serve", "--library", folder.toString(), "--port", "0");
  }

  /** Takes the invitation once, and then comes in as on any other day. */
  Page signIn(Visit visit) {
    Page page = visit.open(invitation);
    page.getByLabel("New password").fill(PASSWORD);
    press(page, "Save and come in");
    press(page, "Sign out");
    visit.open("/studio");
    page.getByLabel("Sign-in name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    press(page, "Sign in");
    page.locator("tr.capsule").first().waitFor();
    return page;
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
