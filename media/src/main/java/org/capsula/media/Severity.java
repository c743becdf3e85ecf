package org.capsula.media;

/** How much a finding matters. */
public enum Severity {
  /** Something was decided or repaired; the capsule is as good as it can be. */
  NOTE,
  /** The capsule plays, but a person should look at the place. */
  WARNING,
  /** Something that was asked for is missing from the capsule. */
  ERROR
}
