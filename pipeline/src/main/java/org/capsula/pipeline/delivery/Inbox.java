package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.delivery.InboxStore.SeenFile;

/**
 * A watched folder. What stays as it is for a while is taken in; nothing in it is ever moved,
 * changed or deleted. A side-car that comes later is taken when it comes.
 */
public final class Inbox {
  /** Networks pause in the middle of a copy, seldom for longer. */
  static final Duration SETTLED = Duration.ofSeconds(5);

  private final Path folder;
  private final boolean publish;
  private final Importer importer;
  private final Database database;
  private final Clock clock;
  private final Consumer<String> tell;

  /** Files as they were when they were last seen to change. */
  private final Map<Path, Sighting> sightings = new HashMap<>();

  private final Set<String> told = new HashSet<>();

  /**
   * @param publish whether to open at once what has no release of its own
   * @param tell is given sentences for whoever looks after the inbox, each once
   */
  public Inbox(
      Path folder,
      boolean publish,
      Importer importer,
      Database database,
      Clock clock,
      Consumer<String> tell) {
    this.folder = folder.toAbsolutePath().normalize();
    this.publish = publish;
    this.importer = importer;
    this.database = database;
    this.clock = clock;
    this.tell = tell;
  }

  /** Looks once; to be called every second or two, from one thread. */
  public void look() {
    try {
      DeliveryScan scan = DeliveryScan.of(folder);
      for (Delivery delivery : scan.deliveries()) {
        look(delivery);
      }
      scan.strays().stream()
          .filter(stray -> hasSettled(List.of(stray.file())))
          .forEach(stray -> tellOnce(stray.sentence()));
    } catch (DatabaseException e) {
      tellOnce(String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      tellOnce(
          "The inbox "
              + folder
              + " cannot be read now; check that it is there and its permissions.");
    }
  }

  private void look(Delivery delivery) {
    List<Path> files = delivery.files();
    if (!hasSettled(files)) {
      return;
    }
    List<SeenFile> seen = files.stream().map(file -> seen(file)).toList();
    boolean taken =
        database.look(
            session -> {
              InboxStore store = new InboxStore(session);
              return seen.stream().allMatch(store::isTaken);
            });
    if (taken) {
      return;
    }
    try {
      Outcome outcome = importer.take(delivery, publish);
      tell.accept(delivery.footageName() + ": " + word(outcome));
      outcome.sentences().forEach(tell);
    } catch (StorageException e) {
      // Looked at again: somebody may have made room.
      tellOnce(String.valueOf(e.getMessage()));
      return;
    }
    database.useTransaction(
        session -> {
          InboxStore store = new InboxStore(session);
          seen.forEach(file -> store.take(file, clock.instant()));
        });
  }

  private static String word(Outcome outcome) {
    return switch (outcome.state()) {
      case ADDED -> "taken in as “" + outcome.slug() + "”.";
      case UPDATED -> "what came with it was added to “" + outcome.slug() + "”.";
      case KNOWN -> "nothing new.";
      case REFUSED -> "refused.";
    };
  }

  /** Whether none of them has changed for a while: a copy that is under way grows. */
  private boolean hasSettled(List<Path> files) {
    Instant now = clock.instant();
    boolean settled = true;
    for (Path file : files) {
      SeenFile seen = seen(file);
      Sighting last = sightings.get(file);
      if (last == null || !last.file().equals(seen)) {
        sightings.put(file, new Sighting(seen, now));
        settled = false;
      } else if (last.since().plus(SETTLED).isAfter(now)) {
        settled = false;
      }
    }
    return settled;
  }

  private static SeenFile seen(Path file) {
    try {
      return new SeenFile(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException e) {
      return new SeenFile(file, -1, Instant.EPOCH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tellOnce(String sentence) {
    if (told.add(sentence)) {
      tell.accept(sentence);
    }
  }

  /**
   * @param since when it was first seen like this
   */
  private record Sighting(SeenFile file, Instant since) {}
}
