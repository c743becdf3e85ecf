package org.capsula.pipeline.account.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.People;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.proof.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  @TempDir private Path folder;
  private People people;
  private Account ana;

  @BeforeEach
  void open() throws Exception {
    people = new People(folder);
    ana = people.invited("ana", Role.MEDIA);
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void token_isItsAccountsUntilItIsWithdrawn() throws RefusedException {
    Tokens.Made made = people.tokens.make(ana.id(), " nightly script ");

    assertThat(people.tokens.use(made.secret())).contains(ana);
    assertThat(people.tokens.of(ana.id()).get(0).name()).isEqualTo("nightly script");
    assertThat(people.tokens.withdraw("somebody else", made.token().id())).isFalse();
    assertThat(people.tokens.withdraw(ana.id(), made.token().id())).isTrue();

    assertThat(people.tokens.use(made.secret())).isEmpty();
    assertThat(people.tokens.of(ana.id())).isEmpty();
  }

  @Test
  void otherSecret_isNobodys() throws RefusedException {
    people.tokens.make(ana.id(), "script");

    assertThat(people.tokens.use(Secret.random())).isEmpty();
    assertThat(people.tokens.use(new Secret(""))).isEmpty();
  }

  @Test
  void use_isNotedToTheMinute() throws RefusedException {
    Secret secret = people.tokens.make(ana.id(), "script").secret();
    Instant start = people.clock.instant();
    assertThat(lastUse()).isNull();

    people.tokens.use(secret);
    people.clock.forward(Duration.ofSeconds(59));
    people.tokens.use(secret);
    assertThat(lastUse()).isEqualTo(start);

    people.clock.forward(Duration.ofSeconds(1));
    people.tokens.use(secret);
    assertThat(lastUse()).isEqualTo(start.plusSeconds(60));
  }

  private @Nullable Instant lastUse() {
    return people.tokens.of(ana.id()).get(0).lastUsedAt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines"})
  void nameThatIsNoLine_isRefused(String name) {
    assertRefused(name, Refusal.TOKEN_NAME_UNUSABLE);
  }

  @Test
  void fiftyTokens_areEnough() throws RefusedException {
    for (int i = 0; i < 50; i++) {
      people.tokens.make(ana.id(), "script " + i);
    }

    assertRefused("one more", Refusal.TOO_MANY_TOKENS);
  }

  private void assertRefused(String name, Refusal expected) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> people.tokens.make(ana.id(), name))
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(expected));
  }
}
