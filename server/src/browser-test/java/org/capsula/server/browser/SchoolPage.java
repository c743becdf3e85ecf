package org.capsula.server.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody else's page on another site, which shows a film of ours. */
final class SchoolPage {
  static final String PATH = "/page.html";

  private SchoolPage() {}

  /**
   * @param embed the code that was pasted into it
   * @param folder a new one
   */
  static Site holding(String embed, Path folder) throws IOException {
    Files.createDirectory(folder);
    Files.writeString(
        folder.resolve(PATH.substring(1)),
        """
        <!DOCTYPE html>
        <html lang="en"><head><title>A school</title><link rel="icon" href="data:,"></head>
        <body><h1>A school</h1>
        %s
        </body></html>
        """
            .formatted(embed));
    return Site.over(folder);
  }

  /** By another name of the same machine, so that it is another site. */
  static String origin(Site site) {
    return site.origin().replace("127.0.0.1", "localhost");
  }
}
