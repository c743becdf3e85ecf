package org.capsula.pipeline.upload;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Uploads that somebody writes into, or takes in, at this moment. One process has a library. */
final class Locks {
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  /**
   * @return whether it was free
   */
  boolean take(String uploadId) {
    return taken.add(uploadId);
  }

  void release(String uploadId) {
    taken.remove(uploadId);
  }

  boolean isTaken(String uploadId) {
    return taken.contains(uploadId);
  }
}
