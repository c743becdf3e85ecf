package org.capsula.pipeline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.entry.SignIn;
import org.capsula.pipeline.account.proof.SignInSession.Stay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  @TempDir private Path folder;
  private People people;
  private Accounts accounts;

  @BeforeEach
  void open() {
    people = new People(folder);
    accounts = people.accounts;
  }

  @AfterEach
  void close() {
    people.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void account_isFoundAsItWasAdded(Role role) throws RefusedException {
    Account added = accounts.add(new NewAccount(" Ana.Pop ", " Ana Pop ", role));

    assertThat(accounts.find(added.id())).contains(added);
    assertThat(accounts.named("ANA.pop")).contains(added);
    assertThat(added)
        .isEqualTo(
            new Account(
                added.id(), "ana.pop", "Ana Pop", role, false, false, people.clock.instant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ΣΟΦΟΣ", "σοφος", "σοφοσ", " Σοφος "})
  void greekName_isOneInAnyCase(String typed) throws RefusedException {
    Account added = people.invited("Σοφος", Role.MEDIA);

    assertThat(accounts.named(typed)).contains(added);
    assertRefused(() -> people.invited(typed, Role.MEDIA), Refusal.NAME_TAKEN);
  }

  @Test
  void nameThatDiffersInCaseAlone_isTaken() throws RefusedException {
    people.invited("Ana", Role.MEDIA);

    assertRefused(() -> people.invited("aNA", Role.ADMIN), Refusal.NAME_TAKEN);
    assertThat(accounts.all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "ana pop", ".ana", "-ana", "ana/pop", "ana\u202epop", "a\nb", "a\0"})
  void nameThatCannotBeTypedWithoutDoubt_isRefused(String name) {
    assertRefused(() -> people.invited(name, Role.MEDIA), Refusal.NAME_UNUSABLE);
  }

  @Test
  void nameLongerThanAHundred_isRefused() throws RefusedException {
    String longest = "a".repeat(100);
    assertThat(accounts.add(new NewAccount(longest, longest, Role.MEDIA)).signInName())
        .isEqualTo(longest);
    assertRefused(() -> people.invited("a".repeat(101), Role.MEDIA), Refusal.NAME_UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "turned \u202eround"})
  void shownNameThatIsNoLine_isRefused(String name) {
    assertRefused(
        () -> accounts.add(new NewAccount("ana", name, Role.MEDIA)), Refusal.SHOWN_NAME_UNUSABLE);
  }

  @Test
  void lastAdmin_canNeitherBeDemotedNorDisabledNorDeleted() throws Exception {
    String admin = people.joined("admin", Role.ADMIN).id();
    people.joined("trainer", Role.TRAINER);
    String gone = people.joined("gone", Role.ADMIN).id();
    accounts.disable(gone);

    assertRefused(() -> accounts.changeRole(admin, Role.TRAINER), Refusal.LAST_ADMIN);
    assertRefused(() -> accounts.disable(admin), Refusal.LAST_ADMIN);
    assertRefused(() -> accounts.delete(admin), Refusal.LAST_ADMIN);
    assertThat(accounts.find(admin).orElseThrow().isActiveAdmin()).isTrue();
  }

  @Test
  void refusedChange_leavesAllAsItWas() throws Exception {
    Account admin = people.joined("admin", Role.ADMIN);

    assertRefused(
        () -> accounts.change(admin.id(), new Accounts.Change("Another", Role.VIEWER, true)),
        Refusal.LAST_ADMIN);

    assertThat(accounts.find(admin.id())).contains(admin);
  }

  @Test
  void change_makesAllOfIt() throws Exception {
    String id = people.joined("ana", Role.VIEWER).id();

    accounts.change(id, new Accounts.Change(" Ana Pop ", Role.MEDIA, true));

    assertThat(accounts.find(id).orElseThrow())
        .extracting(Account::shownName, Account::role, Account::disabled)
        .containsExactly("Ana Pop", Role.MEDIA, true);
  }

  @Test
  void adminBesideOneWhoNeverCame_isStillTheLast() throws Exception {
    String admin = people.joined("admin", Role.ADMIN).id();
    String invited = people.invited("invited", Role.ADMIN).id();

    assertRefused(() -> accounts.disable(admin), Refusal.LAST_ADMIN);
    accounts.delete(invited);
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void adminBesideAnother_mayGo() throws Exception {
    String one = people.joined("one", Role.ADMIN).id();
    String other = people.joined("other", Role.ADMIN).id();

    accounts.changeRole(one, Role.VIEWER);

    assertThat(accounts.find(one).orElseThrow().role()).isEqualTo(Role.VIEWER);
    assertRefused(() -> accounts.changeRole(other, Role.VIEWER), Refusal.LAST_ADMIN);
  }

  @Test
  void onlyAdmin_whoNeverCame_isTheLastToo() throws Exception {
    String invited = people.invited("invited", Role.ADMIN).id();

    assertRefused(() -> accounts.delete(invited), Refusal.LAST_ADMIN);
    accounts.changeRole(invited, Role.ADMIN);
  }

  @Test
  void disabledAccount_isOutAtOnceAndStaysOutWhenEnabled() throws Exception {
    Account account = people.joined("ana", Role.MEDIA);
    SignIn.Entry entry =
        people
            .signIn
            .attempt(new SignIn.Attempt("ana", People.PASSWORD, Stay.KEPT), People.at("192.0.2.1"))
            .orElseThrow();
    var token = people.tokens.make(account.id(), "script");
    var link = people.invitations.invite(account.id());

    accounts.disable(account.id());
    assertThat(people.sessions.use(entry.session())).isEmpty();
    assertThat(people.tokens.use(token.secret())).isEmpty();
    assertThat(people.invitations.look(link.secret(), People.at("192.0.2.1"))).isEmpty();
    assertRefused(() -> people.invitations.invite(account.id()), Refusal.DISABLED);

    accounts.enable(account.id());
    assertThat(people.sessions.use(entry.session())).as("ended for good").isEmpty();
    assertThat(people.tokens.use(token.secret())).as("was not withdrawn").isPresent();
  }

  @Test
  void deletedAccount_takesItsSessionsAndTokensAlong() throws Exception {
    Account account = people.joined("ana", Role.MEDIA);
    var token = people.tokens.make(account.id(), "script");

    accounts.delete(account.id());

    assertThat(accounts.all()).isEmpty();
    assertThat(people.tokens.use(token.secret())).isEmpty();
    assertRefused(() -> accounts.delete(account.id()), Refusal.UNKNOWN);
  }

  @Test
  void renamedAccount_keepsItsSignInName() throws Exception {
    Account account = people.invited("ana", Role.MEDIA);

    accounts.rename(account.id(), "Ana P.");

    assertThat(accounts.named("ana").orElseThrow().shownName()).isEqualTo("Ana P.");
    assertRefused(() -> accounts.rename("unknown", "Ana"), Refusal.UNKNOWN);
  }

  private static void assertRefused(ThrowingCallable change, Refusal expected) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(change)
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(expected));
  }
}
