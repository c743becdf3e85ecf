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
   * @param others people may come by another address than that
   */
  static Optional<String> told(Running running, String address, boolean others) {
    return Reception.of(running.library().database(), running.clock())
        .invitations()
        .forFirstAdmin()
        .map(issued -> told(address, "invitation/" + issued.secret().text(), others));
  }

  private static String told(String address, String path, boolean others) {
    return "Nobody has an account yet; make the first admin at "
        + address
        + path
        + " (works once, for seven days; another start makes another)."
        + (others
            ? " From elsewhere, put this server’s own HTTPS address in place of " + address + "."
            : "");
  }
}
