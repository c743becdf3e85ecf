package org.capsula.pipeline.backup;

/** What was given is no backup that can be restored. The message is a sentence for its user. */
public final class RefusedBackupException extends Exception {
  RefusedBackupException(String sentence) {
    super(sentence);
  }
}
