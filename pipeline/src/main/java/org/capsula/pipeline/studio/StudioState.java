package org.capsula.pipeline.studio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a capsule stands: what hinders it most from being seen. */
public enum StudioState {
  /** Its first production waits for its turn. */
  QUEUED,
  /** Its first production is under way. */
  RUNNING,
  /** Nothing could be made of its footage so far. */
  FAILED,
  /** Its first production was stopped. */
  CANCELLED,
  /** Its film is damaged: a person has to look before anybody else does. */
  HELD,
  /** Nobody has decided to show it. */
  DRAFT,
  /** It will open at its time, or when all its languages are there. */
  WAITING,
  OPEN,
  /** Its time is over. */
  CLOSED,
  /** May be taken back for a while. */
  DELETED;

  /** The word in addresses and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<StudioState> ofWord(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }
}
