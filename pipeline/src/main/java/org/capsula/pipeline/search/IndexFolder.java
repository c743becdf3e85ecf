package org.capsula.pipeline.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the index lies. What cannot be read as ours is thrown away: the tables have it all. */
final class IndexFolder {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  /** Of the commit: how texts are taken apart and which fields there are. */
  static final String FORM = "form";

  /** Counted up with every change of {@link LanguageAnalyzer} or of the documents. */
  static final String OURS = "1";

  private static final double BUFFER_MEGABYTES = 48;

  private IndexFolder() {}

  /** The server of a library is the one program that opens it. */
  static SearchIndex open(Path library) throws IOException {
    Path folder = library.resolve("search");
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    discardWhatIsNotOurs(directory, folder);
    return new SearchIndex(new IndexWriter(directory, settings()));
  }

  private static IndexWriterConfig settings() {
    return new IndexWriterConfig(new LanguageAnalyzer())
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setCommitOnClose(false);
  }

  private static void discardWhatIsNotOurs(Directory directory, Path folder) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      if (DirectoryReader.indexExists(directory) && isOurs(directory, folder)) {
        return;
      }
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
    }
  }

  /** Every byte is looked at: a broken index finds too little, and says nothing. */
  private static boolean isOurs(Directory directory, Path folder) {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      Map<String, String> data = reader.getIndexCommit().getUserData();
      if (OURS.equals(data.get(FORM))) {
        return true;
      }
      LOG.info("The search index {} is of another version, and is made anew.", folder);
    } catch (IOException | RuntimeException e) {
      // Of a codec that is unknown here, cut off, or with a flipped bit.
      LOG.warn("The search index {} is broken, and is made anew: {}", folder, e.getMessage());
    }
    return false;
  }
}
