package org.capsula.pipeline.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.BytesRef;

/** The index on the disk: a document for each language of each capsule, told from its parts. */
final class SearchIndex implements AutoCloseable {
  static final String TITLE = "title_";
  static final String SUBTITLES = "subtitles";
  static final String THEME = "theme";
  static final String COUNTRY = "country";
  static final String LENGTH = "length";

  /** Stands in one document of each capsule. */
  static final Term FIRST = new Term("first", "1");

  private static final int MOST_PIECES = 4;

  private static final String CAPSULE = "capsule";
  private static final String LANGUAGE = "language";

  /** Of the commit: the number of the last change that is in it. */
  private static final String NUMBER = "number";

  private final IndexWriter writer;
  private final SearcherManager searchers;

  SearchIndex(IndexWriter writer) throws IOException {
    this.writer = writer;
    searchers = new SearcherManager(writer, null);
  }

  /** Of the last change that it holds; below 0 while it does not hold everything. */
  long number() {
    for (Map.Entry<String, String> each : writer.getLiveCommitData()) {
      if (each.getKey().equals(NUMBER)) {
        return Long.parseLong(each.getValue());
      }
    }
    return -1;
  }

  /** Whoever is killed from here on begins again. */
  void clear() throws IOException {
    writer.deleteAll();
    writer.setLiveCommitData(Map.of(IndexFolder.FORM, IndexFolder.OURS).entrySet());
    writer.commit();
  }

  /**
   * @param ids those of them that have no entry are gone
   */
  void replace(Collection<String> ids, Collection<Entry> entries) throws IOException {
    Map<String, Entry> byId = new HashMap<>();
    entries.forEach(entry -> byId.put(entry.capsuleId(), entry));
    for (String id : ids) {
      Entry entry = byId.get(id);
      Term key = new Term(CAPSULE, id);
      if (entry == null || entry.said().isEmpty()) {
        writer.deleteDocuments(key);
      } else {
        writer.updateDocuments(key, documents(entry));
      }
    }
  }

  private static List<Document> documents(Entry entry) {
    List<Document> documents = new ArrayList<>();
    for (Entry.Said said : entry.said()) {
      Document document = new Document();
      document.add(new StringField(CAPSULE, entry.capsuleId(), Store.NO));
      document.add(new SortedDocValuesField(CAPSULE, new BytesRef(entry.capsuleId())));
      document.add(new SortedDocValuesField(LANGUAGE, new BytesRef(said.language())));
      if (documents.isEmpty()) {
        document.add(new StringField(FIRST.field(), FIRST.text(), Store.NO));
      }
      addFacts(document, entry);
      String way = Words.way(said.language());
      if (said.title() != null) {
        document.add(new TextField(TITLE + way, said.title(), Store.NO));
      }
      said.texts()
          .forEach(
              text -> document.add(new TextField(LanguageAnalyzer.field(way), text, Store.NO)));
      documents.add(document);
    }
    return documents;
  }

  private static void addFacts(Document document, Entry entry) {
    entry.subtitles().forEach(tag -> document.add(new StringField(SUBTITLES, tag, Store.NO)));
    entry.themes().forEach(theme -> document.add(new StringField(THEME, theme, Store.NO)));
    if (entry.country() != null) {
      document.add(new StringField(COUNTRY, entry.country(), Store.NO));
    }
    document.add(new LongPoint(LENGTH, entry.length().toMillis()));
  }

  /** What was replaced so far is found from now on. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Of many small pieces few large ones: every question looks each of its words up in each. */
  void merge() throws IOException {
    writer.forceMerge(MOST_PIECES);
  }

  /** And it is on the disk for good. */
  void commit(long number) throws IOException {
    writer.setLiveCommitData(
        Map.of(NUMBER, Long.toString(number), IndexFolder.FORM, IndexFolder.OURS).entrySet());
    writer.commit();
    show();
  }

  /** Best first. */
  Found find(Query query, int most) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      ScoreDoc[] best = searcher.search(query, most).scoreDocs;
      Map<String, List<String>> languages = new LinkedHashMap<>();
      for (ScoreDoc one : best) {
        languages
            .computeIfAbsent(value(searcher, CAPSULE, one.doc), id -> new ArrayList<>())
            .add(value(searcher, LANGUAGE, one.doc));
      }
      return new Found(languages, best.length < most);
    } finally {
      searchers.release(searcher);
    }
  }

  private static String value(IndexSearcher searcher, String field, int document)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
    if (!values.advanceExact(document - leaf.docBase)) {
      throw new IOException("a document without " + field);
    }
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }

  /** The capsules of so many documents at most; empty where there are more. */
  Optional<List<String>> upTo(int most, Query query) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      ScoreDoc[] found = searcher.search(query, most + 1).scoreDocs;
      if (found.length > most) {
        return Optional.empty();
      }
      List<String> capsules = new ArrayList<>();
      for (ScoreDoc one : found) {
        capsules.add(value(searcher, CAPSULE, one.doc));
      }
      return Optional.of(capsules);
    } finally {
      searchers.release(searcher);
    }
  }

  /** All that stand in a field, also of capsules that are hidden or gone. */
  List<String> values(String field) throws IOException {
    List<String> values = new ArrayList<>();
    IndexSearcher searcher = searchers.acquire();
    try {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          values.add(term.utf8ToString());
        }
      }
      return values;
    } finally {
      searchers.release(searcher);
    }
  }

  /** What was not committed is lost, and will be read from the tables again. */
  @Override
  public void close() throws IOException {
    try {
      searchers.close();
    } finally {
      writer.rollback();
      writer.getDirectory().close();
    }
  }
}
