package org.capsula.pipeline.delivery;

import java.util.List;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.storage.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * A delivery whose files all stand in storage, and are recorded nowhere yet. Tracks and documents
 * have no capsule so far: their ids are empty.
 *
 * @param sheetFile null where there is no sheet that was understood
 * @param files all that were stored
 * @param remarks what a person should know
 */
record StoredDelivery(
    String footageName,
    StoredFile footage,
    List<Track> tracks,
    List<Document> documents,
    Sheet sheet,
    @Nullable StoredFile sheetFile,
    List<StoredFile> files,
    Remarks remarks) {}
