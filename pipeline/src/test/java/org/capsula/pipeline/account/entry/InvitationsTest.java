package org.capsula.pipeline.account.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.People;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Secret;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationsTest {
  private static final Visitor HOME = People.at("192.0.2.1");

  @TempDir private Path folder;
  private People people;

  @BeforeEach
  void open() {
    people = new People(folder);
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void invitedPerson_choosesAPasswordAndIsIn() throws Exception {
    Account ana = people.invited("ana", Role.TRAINER);
    Secret link = people.invitations.invite(ana.id()).secret();

    SignIn.Entry entry = follow(link, People.PASSWORD);

    assertThat(entry.account().joined()).isTrue();
    assertThat(people.sessions.use(entry.session()).orElseThrow().account().id())
        .isEqualTo(ana.id());
    assertThat(signsIn("ana", People.PASSWORD)).isTrue();
  }

  @Test
  void looking_doesNotUseItUp() throws Exception {
    Account ana = people.invited("ana", Role.TRAINER);
    Secret link = people.invitations.invite(ana.id()).secret();

    for (int i = 0; i < 100; i++) {
      assertThat(people.invitations.look(link, HOME).orElseThrow().account()).isEqualTo(ana);
    }
    follow(link, People.PASSWORD);
  }

  @Test
  void link_worksOnce() throws Exception {
    Account ana = people.invited("ana", Role.TRAINER);
    Secret link = people.invitations.invite(ana.id()).secret();
    follow(link, People.PASSWORD);

    assertEnded(link);
    assertThat(people.invitations.look(link, HOME)).isEmpty();
    assertThat(signsIn("ana", "somebody else's words")).isFalse();
  }

  @Test
  void newerLink_takesThePlaceOfTheOlder() throws Exception {
    Account ana = people.invited("ana", Role.TRAINER);
    Secret older = people.invitations.invite(ana.id()).secret();
    Secret newer = people.invitations.invite(ana.id()).secret();

    assertEnded(older);
    follow(newer, People.PASSWORD);
  }

  @Test
  void invitation_lastsAWeek() throws Exception {
    Account ana = people.invited("ana", Role.TRAINER);
    Secret link = people.invitations.invite(ana.id()).secret();

    people.clock.forward(Duration.ofDays(7).minusMillis(1));
    assertThat(people.invitations.look(link, HOME)).isPresent();

    people.clock.forward(Duration.ofMillis(1));
    assertEnded(link);
  }

  @Test
  void linkForAnotherPassword_lastsADay() throws Exception {
    Account ana = people.joined("ana", Role.TRAINER);
    Secret link = people.invitations.invite(ana.id()).secret();

    people.clock.forward(Duration.ofDays(1));

    assertEnded(link);
  }

  @Test
  void anotherPassword_withdrawsAllTokensOfThisAccount() throws Exception {
    Account ana = people.joined("ana", Role.TRAINER);
    Secret thiefs = people.tokens.make(ana.id(), "sync").secret();
    Secret bobs = people.tokens.make(people.joined("bob", Role.MEDIA).id(), "sync").secret();

    follow(people.invitations.invite(ana.id()).secret(), "another four words");

    assertThat(people.tokens.use(thiefs)).isEmpty();
    assertThat(people.tokens.use(bobs)).isPresent();
  }

  @Test
  void anotherPassword_endsAllSessionsAndForgetsAllBrowsers() throws Exception {
    Account ana = people.joined("ana", Role.TRAINER);
    SignIn.Entry thief =
        people
            .signIn
            .attempt(new SignIn.Attempt("ana", People.PASSWORD, Stay.KEPT), HOME)
            .orElseThrow();

    follow(people.invitations.invite(ana.id()).secret(), "another four words");

    assertThat(people.sessions.use(thief.session())).isEmpty();
    assertThat(signsIn("ana", People.PASSWORD)).isFalse();
    assertThat(people.sessions.of(ana.id())).hasSize(1);
    Visitor known = People.at("192.0.2.66", thief.device());
    for (int i = 0; i < 5; i++) {
      people.signIn.attempt(new SignIn.Attempt("ana", "guess", Stay.VISIT), known);
    }
    assertThatExceptionOfType(TooManyTriesException.class)
        .as("as few tries as a stranger")
        .isThrownBy(
            () -> people.signIn.attempt(new SignIn.Attempt("ana", "guess", Stay.VISIT), known));
  }

  @Test
  void poorPassword_leavesTheLinkAsItWas() throws Exception {
    Account ana = people.invited("ana", Role.TRAINER);
    Secret link = people.invitations.invite(ana.id()).secret();

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> follow(link, "short"))
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.PASSWORD_SHORT));

    follow(link, People.PASSWORD);
  }

  @Test
  void guessedLinks_haveToWait() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(people.invitations.look(Secret.random(), HOME)).isEmpty();
    }

    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> people.invitations.look(Secret.random(), HOME));
  }

  @Test
  void firstAdmin_choosesTheirOwnName() throws Exception {
    Secret link = people.invitations.forFirstAdmin().orElseThrow().secret();

    SignIn.Entry entry =
        people.invitations.follow(
            link, new Invitations.Choice("Éva", People.PASSWORD, Stay.KEPT), HOME);

    assertThat(entry.account().signInName()).isEqualTo("éva");
    assertThat(entry.account().shownName()).isEqualTo("Éva");
    assertThat(entry.account().role()).isEqualTo(Role.ADMIN);
    assertThat(people.accounts.all()).containsExactly(entry.account());
    assertThat(people.invitations.forFirstAdmin()).as("there is one now").isEmpty();
    assertEnded(link);
  }

  @Test
  void firstAdminsLink_whenThereIsAnAccount_makesNobody() throws Exception {
    Secret link = people.invitations.forFirstAdmin().orElseThrow().secret();
    people.invited("ana", Role.TRAINER);

    assertEnded(link);
    assertThat(people.accounts.all()).hasSize(1);
  }

  @Test
  void secondStart_replacesTheFirstAdminsLink() throws Exception {
    Secret older = people.invitations.forFirstAdmin().orElseThrow().secret();
    Secret newer = people.invitations.forFirstAdmin().orElseThrow().secret();

    assertEnded(older);
    assertThat(people.invitations.look(newer, HOME)).isPresent();
  }

  private void assertEnded(Secret link) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> follow(link, "somebody else's words"))
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.LINK_ENDED));
  }

  private SignIn.Entry follow(Secret link, String password)
      throws RefusedException, TooManyTriesException {
    return people.invitations.follow(
        link, new Invitations.Choice("somebody", password, Stay.VISIT), HOME);
  }

  private boolean signsIn(String name, String password) throws TooManyTriesException {
    return people
        .signIn
        .attempt(new SignIn.Attempt(name, password, Stay.VISIT), People.at("203.0.113.5"))
        .isPresent();
  }
}
