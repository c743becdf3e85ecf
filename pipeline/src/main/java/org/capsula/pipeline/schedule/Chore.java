package org.capsula.pipeline.schedule;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is done again and again, and that nobody waits for. It must do as much good when
 * it is late, or done twice.
 *
 * @param name kebab-case; no other chore has it
 * @param every from the beginning of one run to that of the next
 * @param next when it should be done besides
 * @param anywhere where several programs work on a library, each of them may do it: it asks nothing
 *     but the database
 */
public record Chore(String name, Duration every, Work work, Next next, boolean anywhere) {
  /** One that is done at no other times. */
  public Chore(String name, Duration every, Work work) {
    this(name, every, work, now -> Optional.empty());
  }

  /** One that only the program with the library's uploads and pages does. */
  public Chore(String name, Duration every, Work work, Next next) {
    this(name, every, work, next, /* anywhere= */ false);
  }

  public Chore {
    if (!name.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("the chore’s name is no kebab-case: " + name);
    }
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException(name + " is never done: every " + every);
    }
  }

  /** As this one, for each program that works on the library. */
  public Chore onAnyNode() {
    return new Chore(name, every, work, next, /* anywhere= */ true);
  }

  /** Asked after each run, and when somebody says that it may be another time. */
  @FunctionalInterface
  public interface Next {
    Optional<Instant> after(Instant now);
  }

  /** What is done. */
  @FunctionalInterface
  public interface Work {
    /**
     * @throws IOException and whatever else goes wrong: it is logged, and the chore's next time is
     *     as if nothing had been
     */
    void run(Instant now) throws IOException;
  }
}
