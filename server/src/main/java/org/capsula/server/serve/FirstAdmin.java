package org.capsula.server.serve;

import java.util.Optional;
import org.capsula.pipeline.account.entry.Reception;

/** How somebody comes into a library that nobody has an account of. */
final class FirstAdmin {
  private FirstAdmin() {}

  /**
   * A sentence with a link that works once; empty where there are accounts.
   *
   * @param address of the server, with a slash at its end
   */
  static Optional<String> told(Running running, String address) {
    return Reception.of(running.library().database(), running.clock())
        .invitations()
        .forFirstAdmin()
        .map(
            issued ->
                "Nobody has an account yet; make the first admin at "
                    + address
                    + "invitation/"
                    + issued.secret().text()
                    + " (works once, for seven days; another start makes another).");
  }
}
