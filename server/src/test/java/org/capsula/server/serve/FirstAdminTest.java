package org.capsula.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.capsula.pipeline.library.Library;
import org.capsula.server.AtRest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdminTest {
  private static final String LOCAL = "http://localhost:8080/";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  /** Behind a proxy, or under its own name, the link of the console leads nowhere as it stands. */
  @Test
  void link_whenPeopleComeByAnotherAddress_saysWhatToPutInItsPlace() {
    AddressOptions proxied = new AddressOptions();
    proxied.behindProxy = true;
    AddressOptions certified = new AddressOptions();
    certified.host = "0.0.0.0";
    certified.certificate = Path.of("cert.pem");
    try (Running running = AtRest.over(Library.open(folder), CLOCK)) {
      for (AddressOptions options : new AddressOptions[] {proxied, certified}) {
        assertThat(FirstAdmin.told(running, LOCAL, options.isReachedElsewhere()).orElseThrow())
            .endsWith("put this server’s own HTTPS address in place of " + LOCAL + ".");
      }
      assertThat(
              FirstAdmin.told(running, LOCAL, new AddressOptions().isReachedElsewhere())
                  .orElseThrow())
          .startsWith("Nobody has an account yet; make the first admin at " + LOCAL)
          .endsWith("another start makes another).");
    }
  }
}
