package org.capsula.pipeline.account.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  private static final Visitor HOME = People.at("192.0.2.1");

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
  @ValueSource(strings = {"ana", "ANA", " ana "})
  void rightPassword_letsIn(String name) throws TooManyTriesException {
    SignIn.Entry entry = signIn(name, People.PASSWORD, HOME).orElseThrow();

    assertThat(entry.account()).isEqualTo(ana);
    assertThat(people.sessions.use(entry.session()).orElseThrow().account()).isEqualTo(ana);
  }

  @ParameterizedTest
  @CsvSource({"ana, four words that fix", "ana, ''", "ann, four words that fit", "'', ''"})
  void wrongNameOrPassword_doesNot(String name, String password) throws TooManyTriesException {
    assertThat(signIn(name, password, HOME)).isEmpty();
    assertThat(people.sessions.of(ana.id())).isEmpty();
  }

  @Test
  void accountThatNeverJoinedOrIsDisabled_isNotLetIn() throws Exception {
    people.invited("new", Role.MEDIA);
    people.accounts.disable(ana.id());

    assertThat(signIn("new", "", HOME)).isEmpty();
    assertThat(signIn("ana", People.PASSWORD, HOME)).isEmpty();
  }

  @Test
  void eachEntry_hasASessionOfItsOwn() throws TooManyTriesException {
    Secret one = signIn("ana", People.PASSWORD, HOME).orElseThrow().session();
    Secret other = signIn("ana", People.PASSWORD, HOME).orElseThrow().session();

    assertThat(one).isNotEqualTo(other);
    assertThat(people.sessions.of(ana.id())).hasSize(2);
  }

  @Test
  void fiveFailures_fromOneAddress_haveToWaitForAMinute() throws Exception {
    fail(5, "ana", HOME);

    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> signIn("ana", People.PASSWORD, HOME))
        .satisfies(e -> assertThat(e.waitFor()).isEqualTo(Duration.ofMinutes(1)));

    people.clock.forward(Duration.ofMinutes(1));
    assertThat(signIn("ana", People.PASSWORD, HOME)).isPresent();
  }

  @Test
  void success_usesUpNoTry() throws TooManyTriesException {
    for (int i = 0; i < 20; i++) {
      assertThat(signIn("ana", People.PASSWORD, HOME)).isPresent();
    }
  }

  @Test
  void strangersFailures_leaveOtherAddressesTheirTries() throws Exception {
    fail(5, "ana", People.at("198.51.100.7"));

    assertThat(signIn("ana", People.PASSWORD, HOME)).isPresent();
  }

  /** Else a name of the length of a form would be kept for each try. */
  @ParameterizedTest
  @ValueSource(strings = {"x%d%s", "\ufdfa%d%s", "a %d"})
  void whatIsNobodysName_countsAsOne(String pattern) throws Exception {
    for (int i = 0; i < 5; i++) {
      fail(1, pattern.formatted(i, "y".repeat(100)), HOME);
    }

    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> signIn(pattern.formatted(9, "y".repeat(100)), "any", HOME));
    assertThat(signIn("ana", People.PASSWORD, HOME)).isPresent();
  }

  /** 2001:db8:1:2::/64 is one customer's. */
  @Test
  void addressesOfOneNetwork_shareTheirTries() throws Exception {
    fail(3, "ana", People.at("2001:db8:1:2::1"));
    fail(2, "ana", People.at("2001:db8:1:2:ffff::9"));

    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> signIn("ana", People.PASSWORD, People.at("2001:db8:1:2:3:4:5:6")));
    assertThat(signIn("ana", People.PASSWORD, People.at("2001:db8:1:3::1"))).isPresent();
  }

  @Test
  void addressThatTriesManyNames_hasToWait() throws Exception {
    for (int i = 0; i < 30; i++) {
      fail(1, "name" + i, HOME);
    }

    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> signIn("ana", People.PASSWORD, HOME));
  }

  /**
   * From a thousand addresses that never stop: whoever has been in before comes in all the same.
   */
  @Test
  void knownBrowser_cannotBeKeptOutByStrangers() throws Exception {
    Secret device = signIn("ana", People.PASSWORD, HOME).orElseThrow().device();
    for (int i = 0; i < 50; i++) {
      fail(1, "ana", People.at("198.51.100." + i));
    }

    assertThatExceptionOfType(TooManyTriesException.class)
        .as("a browser that nobody knows")
        .isThrownBy(() -> signIn("ana", People.PASSWORD, HOME));
    assertThat(signIn("ana", People.PASSWORD, People.at("192.0.2.1", device))).isPresent();
  }

  @Test
  void knownBrowser_hasNoMoreTriesThanItsOwn() throws Exception {
    Secret device = signIn("ana", People.PASSWORD, HOME).orElseThrow().device();
    fail(10, "ana", People.at("192.0.2.1", device));

    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> signIn("ana", People.PASSWORD, People.at("192.0.2.99", device)));
  }

  /** Else one account of one's own would give tries at all others. */
  @Test
  void browserOfAnotherAccount_isAStranger() throws Exception {
    people.joined("bob", Role.VIEWER);
    Secret device = signIn("bob", People.PASSWORD, HOME).orElseThrow().device();
    fail(5, "ana", People.at("192.0.2.1", device));

    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> signIn("ana", People.PASSWORD, People.at("192.0.2.1", device)));
  }

  @Test
  void hashOfAnEarlierCost_isMadeAnewWhenThePasswordIsTyped() throws TooManyTriesException {
    String weak =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    people.database.useTransaction(s -> new AccountStore(s).setPasswordHash(ana.id(), weak));

    assertThat(signIn("ana", "password", HOME)).isPresent();

    assertThat(
            people.database.<Optional<String>>look(s -> new AccountStore(s).passwordHash(ana.id())))
        .hasValueSatisfying(hash -> assertThat(hash).startsWith("$argon2id$v=19$m=19456,"));
    assertThat(signIn("ana", "password", HOME)).isPresent();
  }

  @Test
  void changedPassword_endsTheOtherSessions() throws Exception {
    SignIn.Entry here = signIn("ana", People.PASSWORD, HOME).orElseThrow();
    SignIn.Entry there = signIn("ana", People.PASSWORD, HOME).orElseThrow();
    String id = people.sessions.use(here.session()).orElseThrow().session().id();
    var link = people.invitations.invite(ana.id());

    people.signIn.changePassword(ana.id(), id, People.PASSWORD, "another four words");

    assertThat(people.sessions.use(here.session())).isPresent();
    assertThat(people.sessions.use(there.session())).isEmpty();
    assertThat(signIn("ana", People.PASSWORD, HOME)).isEmpty();
    assertThat(signIn("ana", "another four words", HOME)).isPresent();
    assertThat(people.invitations.look(link.secret(), HOME)).isEmpty();
  }

  @Test
  void changeWithoutTheOldPassword_isRefusedAndLimited() throws Exception {
    List<String> guesses = List.of("a", "b", "c", "d", "e");
    for (String guess : guesses) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> change(guess, "another four words"))
          .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.PASSWORD_WRONG));
    }

    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> change(People.PASSWORD, "another four words"));
    assertThat(signIn("ana", People.PASSWORD, HOME)).as("is as it was").isPresent();
  }

  /** Who came in by a link meanwhile, because somebody else knew the old one, has the last word. */
  @Test
  void passwordThatWasReplacedMeanwhile_isLeft() throws Exception {
    boolean replaced =
        people.signIn.replace(new SignIn.Replacement(ana.id(), "session", "older", "newer"));

    assertThat(replaced).isFalse();
    assertThat(signIn("ana", People.PASSWORD, HOME)).isPresent();
  }

  @Test
  void changeToAPoorPassword_isRefused() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> change(People.PASSWORD, "short"))
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.PASSWORD_SHORT));
  }

  private void change(String old, String wanted) throws RefusedException, TooManyTriesException {
    people.signIn.changePassword(ana.id(), "session", old, wanted);
  }

  private void fail(int times, String name, Visitor visitor) throws TooManyTriesException {
    for (int i = 0; i < times; i++) {
      assertThat(signIn(name, "not the password", visitor)).isEmpty();
    }
  }

  private Optional<SignIn.Entry> signIn(String name, String password, Visitor visitor)
      throws TooManyTriesException {
    return people.signIn.attempt(new SignIn.Attempt(name, password, Stay.VISIT), visitor);
  }
}
