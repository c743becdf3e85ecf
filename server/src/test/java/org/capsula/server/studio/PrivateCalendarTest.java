package org.capsula.server.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.CalendarFeedStore;
import org.capsula.pipeline.account.proof.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address at which a calendar reads the schedule without signing in. */
class PrivateCalendarTest {
  private static final StudioServer.Visitor NOBODY = new StudioServer.Visitor("", "", "none=none");
  private static final Pattern ADDRESS = Pattern.compile("http://[^<]*(/calendar/[\\w-]+)");

  private static StudioServer server;

  @BeforeAll
  static void open(@TempDir Path folder) {
    server = new StudioServer(folder);
    server.addCapsule("film", "Le mot de passe");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String make(StudioServer.Visitor visitor) throws Exception {
    Matcher address = ADDRESS.matcher(server.post(visitor, "/account/calendar").body());
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  private static int status(String address) throws Exception {
    return server.get(NOBODY, address).statusCode();
  }

  @Test
  void address_isReadByWhoeverKnowsIt() throws Exception {
    StudioServer.Visitor trainer = server.visitor(Role.TRAINER);
    server.put(
        trainer,
        "/api/studio/capsules/film/release",
        "{\"opens\": \"2027-01-12T09:00\", \"zone\": \"Europe/Athens\"}");
    String address = make(trainer);

    var answer = server.get(NOBODY, address);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.body())
        .startsWith("BEGIN:VCALENDAR")
        .contains("SUMMARY:Ouverture\u00a0: Le mot de passe");
    assertThat(server.get(trainer, "/account").body()).doesNotContain(address);
    String secret = address.substring("/calendar/".length());
    assertThat(
            server.<Boolean>write(
                s -> new CalendarFeedStore(s).account(new Secret(secret)).isPresent()))
        .isTrue();
    assertThat(status("/schedule")).as("it opens nothing else").isEqualTo(303);
  }

  @Test
  void addressThatWasMadeAnewOrWithdrawn_isNotThereAnyMore() throws Exception {
    StudioServer.Visitor media = server.visitor(Role.MEDIA);
    String first = make(media);
    String second = make(media);

    assertThat(status(first)).isEqualTo(404);
    assertThat(status(second)).isEqualTo(200);
    server.post(media, "/account/calendar/withdraw");

    assertThat(status(second)).isEqualTo(404);
  }

  @Test
  void viewersAddress_tellsNothing() throws Exception {
    assertThat(status(viewersAddress())).isEqualTo(404);
    assertThat(status("/calendar/guessed")).isEqualTo(404);
  }

  /** Their page does not offer it; somebody may ask all the same. */
  private static String viewersAddress() throws Exception {
    StudioServer.Visitor viewer = server.visitor(Role.VIEWER);
    Secret secret = Secret.random();
    server.write(
        s -> {
          new CalendarFeedStore(s).save(viewer.account(), secret, java.time.Instant.EPOCH);
          return true;
        });
    return "/calendar/" + secret.text();
  }
}
