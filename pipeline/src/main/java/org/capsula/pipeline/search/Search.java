package org.capsula.pipeline.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.AlreadyClosedException;
import org.capsula.pipeline.catalog.change.Change;
import org.capsula.pipeline.catalog.change.ChangeStore;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.library.Library;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index beside the tables, and asks it. It may be a moment behind: whoever shows what it
 * finds asks the tables who may see it, and the text tracks for the words.
 */
public final class Search implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Search.class);

  private static final int SECONDS_AFTER_A_FAILURE = 60;
  private static final int BATCH = 100;

  private final Library library;
  private final Entries entries;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "search");
            made.setDaemon(true);
            return made;
          });
  private final AtomicLong generation = new AtomicLong();
  private volatile @Nullable SearchIndex index;
  private volatile boolean whole;
  private volatile boolean broken;
  private volatile boolean closing;
  private int pause;

  /** Nothing is opened before it is told to follow. */
  public Search(Library library) {
    this.library = library;
    entries = new Entries(library);
  }

  /** From now on it follows the tables by itself. */
  public void start() {
    // It ends with the thread, and tells of its failures itself.
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(this::followAgain, 0, 1, TimeUnit.SECONDS);
  }

  private void followAgain() {
    if (pause > 0) {
      pause--;
      return;
    }
    try {
      follow();
    } catch (DatabaseException e) {
      // The index is as good as it was; the tables may be there again in a second.
      LOG.debug("the tables could not be asked for their changes", e);
    } catch (IOException | RuntimeException e) {
      if (!closing) {
        LOG.warn(
            "The search index of {} could not be kept up ({}); it is tried again in a minute.",
            library.folder(),
            e.toString());
      }
      pause = SECONDS_AFTER_A_FAILURE;
      closeIndex();
    }
  }

  /** Brings the index to where the tables are now. */
  public synchronized void follow() throws IOException {
    if (broken) {
      closeIndex();
    }
    SearchIndex open = index;
    if (open == null) {
      open = IndexFolder.open(library.folder());
      index = open;
      broken = false;
    }
    long last = library.database().look(session -> new ChangeStore(session).last());
    // A number that the tables have not reached is of another past: they came from a backup.
    if (open.number() < 0 || open.number() > last) {
      rebuild(open, last);
    }
    if (!whole && open.number() >= 0) {
      generation.incrementAndGet();
      whole = true;
    }
    if (whole) {
      change(open);
    }
  }

  private void rebuild(SearchIndex open, long last) throws IOException {
    LOG.info("The search index of {} is made from the tables.", library.folder());
    whole = false;
    open.clear();
    int capsules = 0;
    List<String> ids = idsAfter("");
    while (!ids.isEmpty() && !closing) {
      open.replace(ids, entries.of(ids));
      open.show();
      capsules += ids.size();
      ids = idsAfter(ids.get(ids.size() - 1));
    }
    if (!closing) {
      open.merge();
      open.commit(last);
      LOG.info("The search index of {} holds {} capsules.", library.folder(), capsules);
    }
  }

  private List<String> idsAfter(String id) {
    return library.database().look(session -> new EntryStore(session).idsAfter(id, BATCH));
  }

  /** One transaction writes at a time: a number that is seen has none below it to come. */
  private void change(SearchIndex open) throws IOException {
    long known = open.number();
    List<Change> changes =
        library.database().look(session -> new ChangeStore(session).after(known));
    for (int from = 0; from < changes.size() && !closing; from += BATCH) {
      int end = Math.min(from + BATCH, changes.size());
      List<String> ids = changes.subList(from, end).stream().map(Change::capsuleId).toList();
      open.replace(ids, entries.of(ids));
      open.commit(known(changes, end));
      generation.incrementAndGet();
    }
  }

  /** What changed together has one number, and is known when all of it is. */
  private static long known(List<Change> changes, int end) {
    long last = changes.get(end - 1).number();
    return end < changes.size() && changes.get(end).number() == last ? last - 1 : last;
  }

  /** Whether it holds everything; else it is on its way, and finds only a part. */
  public boolean isWhole() {
    return whole;
  }

  /**
   * @param most documents, of which each capsule has one a language
   */
  public Found find(Question question, Filter filter, int most) {
    return asked(index -> index.find(Queries.of(question, filter), most), Found.NOTHING);
  }

  /** The capsules of which all that is asked holds; empty where there are more than so many. */
  public Optional<List<String>> narrowed(Filter filter, int most) {
    return whole
        ? asked(index -> index.upTo(most, Queries.of(filter)), Optional.empty())
        : Optional.empty();
  }

  /** Another one after every change of the index. */
  public long generation() {
    return generation.get();
  }

  /** What a filter may be set to, be it of capsules that nobody sees. */
  public Choices choices() {
    return asked(
        index ->
            new Choices(
                List.copyOf(index.values(SearchIndex.SUBTITLES)),
                List.copyOf(index.values(SearchIndex.THEME)),
                List.copyOf(index.values(SearchIndex.COUNTRY))),
        Choices.NONE);
  }

  private interface Asking<T> {
    T ask(SearchIndex index) throws IOException;
  }

  private <T> T asked(Asking<T> question, T otherwise) {
    SearchIndex open = index;
    if (open == null) {
      return otherwise;
    }
    try {
      return question.ask(open);
    } catch (AlreadyClosedException e) {
      return otherwise;
    } catch (IOException e) {
      LOG.warn("The search index of {} cannot be read: {}", library.folder(), e.toString());
      broken = true;
      whole = false;
      return otherwise;
    }
  }

  private void closeIndex() {
    SearchIndex open = index;
    index = null;
    whole = false;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.debug("the search index did not close well", e);
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("The search index is still at work.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeIndex();
  }
}
