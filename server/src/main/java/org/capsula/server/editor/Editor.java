package org.capsula.server.editor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.editing.CapsuleEdits;
import org.capsula.pipeline.editing.DocumentEdits;
import org.capsula.pipeline.editing.PosterEdits;
import org.capsula.pipeline.editing.RemovedFiles;
import org.capsula.pipeline.editing.SubtitleEdits;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.http.Access;
import org.capsula.server.http.Route;
import org.capsula.server.viewer.Pages;

/** All that serves the editing of capsules. */
public final class Editor {
  private final EditorPage page;
  private final List<Object> resources;

  public Editor(Library library, ProductionQueue queue, Pages pages, Clock clock) {
    Database database = library.database();
    Storage storage = library.storage();
    Duration lease = QueueSettings.DEFAULT.lease();
    CapsuleEdits capsules = new CapsuleEdits(database, queue, clock);
    EditorStates states = new EditorStates(database, storage, capsules, clock);
    CapsuleResource answers = new CapsuleResource(states);
    page = new EditorPage(database, states, pages);
    resources =
        List.of(
            new EditorResource(capsules, new RemovedFiles(database, clock), answers),
            new TracksResource(new SubtitleEdits(database, storage, clock), storage, answers),
            new FilesResource(
                new PosterEdits(database, storage, clock, lease),
                new DocumentEdits(database, storage, clock),
                storage,
                answers));
  }

  public Route route() {
    return Route.get("/studio/capsules/{id}", Access.STUDIO, page);
  }

  /** For the API. */
  public List<Object> resources() {
    return resources;
  }
}
