package org.capsula.pipeline.inventory;

/** Is told how far long work on many files is. */
@FunctionalInterface
public interface Watcher {
  Watcher NOBODY = (doing, done, all) -> {};

  /**
   * @param doing a word
   * @param done bytes
   * @param all bytes
   */
  void at(String doing, long done, long all);
}
