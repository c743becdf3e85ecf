package org.capsula.server.editor;

import org.capsula.pipeline.report.Finding;

/** Says a finding in the language of whoever asks. */
@FunctionalInterface
interface Wording {
  /** The same finding, worded. */
  Finding of(Finding finding);
}
