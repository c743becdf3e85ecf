package org.capsula.pipeline.delivery;

import java.io.IOException;
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
import org.capsula.pipeline.delivery.DeliveryScan.Stray;
import org.capsula.pipeline.delivery.InboxStore.SeenFile;
import org.capsula.pipeline.delivery.Outcome.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watched folder. What stays as it is for a while is taken in; nothing in it is ever moved,
 * changed or deleted. A side-car that comes later is taken when it comes.
 */
public final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** After the machine failed: somebody may have made room, and each try copies gigabytes. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final Path folder;
  private final boolean publish;
  private final Importer importer;
  private final Database database;
  private final Clock clock;
  private final Tidings tidings;
  private final Sightings sightings;

  /** When footage that the machine failed at may be tried again. */
  private final Map<Path, Instant> retries = new HashMap<>();

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
    tidings = new Tidings(tell);
    sightings = new Sightings(clock);
  }

  /** Looks once; to be called every second or two, from one thread. Never throws. */
  public void look() {
    DeliveryScan scan;
    try {
      scan = DeliveryScan.of(folder);
      tidings.over(folder);
    } catch (IOException e) {
      tidings.trouble(
          folder,
          "The inbox "
              + folder
              + " cannot be read now; check that it is there and its permissions.");
      return;
    }
    for (Delivery delivery : scan.deliveries()) {
      lookUnharmed(delivery);
    }
    scan.strays().forEach(this::look);
    forgetAllBut(scan);
  }

  private void look(Stray stray) {
    try {
      if (sightings.haveSettled(Sightings.see(List.of(stray.file())))) {
        tidings.trouble(stray, stray.sentence());
      }
    } catch (IOException e) {
      tidings.trouble(stray, stray.sentence());
    }
  }

  /** One delivery that cannot be taken must not keep the others waiting. */
  private void lookUnharmed(Delivery delivery) {
    Path footage = delivery.footage();
    if (clock.instant().isBefore(retries.getOrDefault(footage, Instant.MIN))) {
      return;
    }
    try {
      look(delivery);
      retries.remove(footage);
      tidings.over(footage);
    } catch (StorageException | DatabaseException e) {
      again(footage, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      LOG.warn("inbox: {}", footage, e);
      again(
          footage,
          "%s: could not be taken in (%s); it is tried again every minute."
              .formatted(delivery.footageName(), e.getMessage()));
    }
  }

  private void again(Path footage, String sentence) {
    retries.put(footage, clock.instant().plus(PAUSE));
    tidings.trouble(footage, sentence);
  }

  private void look(Delivery delivery) throws IOException {
    List<SeenFile> seen = Sightings.see(delivery.files());
    if (!sightings.haveSettled(seen) || isTaken(seen)) {
      return;
    }
    Outcome outcome = importer.take(delivery, publish);
    if (!Sightings.see(delivery.files()).equals(seen)) {
      // It changed under the reader's hands, and is taken when it has settled again.
      return;
    }
    if (outcome.state() != State.REFUSED) {
      tidings.news(delivery.footageName() + ": " + word(outcome));
    }
    outcome.sentences().forEach(tidings::news);
    database.useTransaction(
        session -> {
          InboxStore store = new InboxStore(session);
          seen.forEach(file -> store.take(file, clock.instant()));
        });
  }

  private boolean isTaken(List<SeenFile> seen) {
    return database.look(
        session -> {
          InboxStore store = new InboxStore(session);
          return seen.stream().allMatch(store::isTaken);
        });
  }

  private static String word(Outcome outcome) {
    return switch (outcome.state()) {
      case ADDED -> "taken in as “" + outcome.slug() + "”.";
      case UPDATED -> "what came with it was added to “" + outcome.slug() + "”.";
      case KNOWN -> "nothing new.";
      case REFUSED, FAILED -> "refused.";
    };
  }

  private void forgetAllBut(DeliveryScan scan) {
    Set<Path> there = new HashSet<>();
    scan.deliveries().forEach(delivery -> there.addAll(delivery.files()));
    scan.strays().forEach(stray -> there.add(stray.file()));
    sightings.keepOnly(there);
    retries.keySet().retainAll(there);
  }
}
