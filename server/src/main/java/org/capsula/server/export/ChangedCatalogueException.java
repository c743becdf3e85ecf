package org.capsula.server.export;

import java.io.IOException;

/** Something was removed or corrected between the page that names it and itself. */
final class ChangedCatalogueException extends IOException {
  ChangedCatalogueException(String path) {
    super("the catalogue was changed while it was exported (" + path + " is not there any more)");
  }
}
