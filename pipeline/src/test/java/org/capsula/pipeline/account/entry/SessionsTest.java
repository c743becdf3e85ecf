package org.capsula.pipeline.account.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.People;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SignInSession;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionsTest {
  @TempDir private Path folder;
  private People people;
  private Account ana;

  @BeforeEach
  void open() throws Exception {
    people = new People(folder);
    ana = people.joined("ana", Role.MEDIA);
  }

  @AfterEach
  void close() {
    people.close();
  }

  @ParameterizedTest
  @EnumSource(Stay.class)
  void unusedSession_endsAfterItsIdleTime(Stay stay) throws TooManyTriesException {
    Secret secret = enter(stay);

    people.clock.forward(stay.idle().minusMillis(1));
    assertThat(people.sessions.of(ana.id())).hasSize(1);
    people.clock.forward(Duration.ofMillis(1));

    assertThat(people.sessions.use(secret)).isEmpty();
    assertThat(people.sessions.of(ana.id())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Stay.class)
  void usedSession_endsAfterItsLongestTime(Stay stay) throws TooManyTriesException {
    Secret secret = enter(stay);
    Instant end = people.clock.instant().plus(stay.longest());
    Duration step = stay.idle().dividedBy(2);

    while (people.clock.instant().plus(step).isBefore(end)) {
      people.clock.forward(step);
      assertThat(people.sessions.use(secret)).isPresent();
    }
    people.clock.forward(Duration.between(people.clock.instant(), end));

    assertThat(people.sessions.use(secret)).isEmpty();
  }

  @Test
  void use_isNotedToTheMinute() throws TooManyTriesException {
    Secret secret = enter(Stay.KEPT);
    Instant start = people.clock.instant();

    people.clock.forward(Duration.ofSeconds(59));
    people.sessions.use(secret);
    assertThat(only().lastUsedAt()).isEqualTo(start);

    people.clock.forward(Duration.ofSeconds(1));
    people.sessions.use(secret);
    assertThat(only().lastUsedAt()).isEqualTo(start.plusSeconds(60));
    assertThat(only().device()).isEqualTo("Firefox, Linux");
  }

  @Test
  void endedSession_isWorthNothing() throws TooManyTriesException {
    Secret ended = enter(Stay.KEPT);
    Secret other = enter(Stay.KEPT);
    String id = people.sessions.use(ended).orElseThrow().session().id();

    assertThat(people.sessions.end("somebody else", id)).isFalse();
    assertThat(people.sessions.use(ended)).isPresent();
    assertThat(people.sessions.end(ana.id(), id)).isTrue();

    assertThat(people.sessions.use(ended)).isEmpty();
    assertThat(people.sessions.use(other)).isPresent();
  }

  @Test
  void others_areEndedAtOnce() throws TooManyTriesException {
    List<Secret> others = List.of(enter(Stay.KEPT), enter(Stay.VISIT));
    Secret kept = enter(Stay.VISIT);

    people.sessions.endOthers(ana.id(), people.sessions.use(kept).orElseThrow().session().id());

    assertThat(others).allMatch(secret -> people.sessions.use(secret).isEmpty());
    assertThat(people.sessions.use(kept)).isPresent();
  }

  @Test
  void whatIsOver_isSweptWhenSomebodyComesIn() throws TooManyTriesException {
    enter(Stay.KEPT);
    people.clock.forward(Stay.KEPT.longest());
    enter(Stay.VISIT);

    long rows =
        people.database.look(
            session ->
                session
                    .handle()
                    .createQuery("SELECT COUNT(*) FROM sign_in_session")
                    .mapTo(Long.class)
                    .one());
    assertThat(rows).isEqualTo(1);
  }

  /** Who reads the disk or a backup can sign in as nobody. */
  @Test
  void noSecret_standsInTheLibrary() throws Exception {
    SignIn.Entry entry = entry(Stay.KEPT);
    Secret token = people.tokens.make(ana.id(), "script").secret();
    Secret link = people.invitations.invite(ana.id()).secret();

    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes)
            .as(file.toString())
            .doesNotContain(
                entry.session().text(),
                entry.device().text(),
                token.text(),
                link.text(),
                People.PASSWORD);
      }
    }
  }

  private SignInSession only() {
    List<SignInSession> all = people.sessions.of(ana.id());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Secret enter(Stay stay) throws TooManyTriesException {
    return entry(stay).session();
  }

  private SignIn.Entry entry(Stay stay) throws TooManyTriesException {
    return people
        .signIn
        .attempt(new SignIn.Attempt("ana", People.PASSWORD, stay), People.at("192.0.2.1"))
        .orElseThrow();
  }
}
