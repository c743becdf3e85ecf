package org.capsula.pipeline.account.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void secret_has256BitsThatFitIntoAnAddressAndACookie() {
    assertThat(Secret.random().text()).matches("[A-Za-z0-9_-]{43}");
    assertThat(AccessToken.newSecret().text()).matches("capsula_[A-Za-z0-9_-]{43}");
  }

  @Test
  void secrets_differ() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(Secret.random().text())).isTrue();
    }
  }

  @Test
  void secret_inALog_isNotToldThere() {
    Secret secret = Secret.random();

    assertThat(secret).asString().doesNotContain(secret.text());
  }
}
