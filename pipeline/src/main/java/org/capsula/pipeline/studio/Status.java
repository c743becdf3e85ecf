package org.capsula.pipeline.studio;

/** What became of something that was to be done to a capsule. */
public enum Status {
  DONE,
  /** It was so already. */
  ALREADY,
  /** As the capsule stands, this cannot be done. */
  NOT_NOW,
  /** There is no such capsule. */
  UNKNOWN
}
