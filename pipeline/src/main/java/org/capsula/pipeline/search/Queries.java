package org.capsula.pipeline.search;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Lasting;

/** From what is asked to what Lucene looks for. */
final class Queries {
  /** A word of the title says more of a capsule than one that somebody says in it. */
  private static final float TITLE = 4;

  private Queries() {}

  /** In one language at least, all of it. */
  static Query of(Question question, Filter filter) {
    BooleanQuery.Builder anyLanguage = new BooleanQuery.Builder();
    Stream.concat(Words.LANGUAGES.stream(), Stream.of(Words.ANY))
        .forEach(
            way -> {
              List<List<String>> parts = question.in(way);
              if (!parts.isEmpty()) {
                anyLanguage.add(all(way, parts), Occur.SHOULD);
              }
            });
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(anyLanguage.build(), Occur.MUST);
    narrow(query, filter);
    return query.build();
  }

  private static Query all(String way, List<List<String>> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (List<String> part : parts) {
      all.add(part(LanguageAnalyzer.field(way), part), Occur.MUST);
      all.add(new BoostQuery(part(SearchIndex.TITLE + way, part), TITLE), Occur.SHOULD);
    }
    return all.build();
  }

  private static Query part(String field, List<String> terms) {
    return terms.size() == 1
        ? new TermQuery(new Term(field, terms.get(0)))
        : new PhraseQuery(field, terms.toArray(String[]::new));
  }

  /** Each capsule once, whatever is said of it. */
  static Query of(Filter filter) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new TermQuery(SearchIndex.FIRST), Occur.FILTER);
    narrow(query, filter);
    return query.build();
  }

  private static void narrow(BooleanQuery.Builder query, Filter filter) {
    if (filter.language() != null) {
      query.add(term(SearchIndex.SUBTITLES, filter.language()), Occur.FILTER);
    }
    if (!filter.themes().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      filter.themes().forEach(theme -> any.add(term(SearchIndex.THEME, theme), Occur.SHOULD));
      query.add(any.build(), Occur.FILTER);
    }
    if (filter.country() != null) {
      query.add(term(SearchIndex.COUNTRY, filter.country()), Occur.FILTER);
    }
    Lasting lasting = filter.lasting();
    if (lasting != null) {
      query.add(
          LongPoint.newRangeQuery(
              SearchIndex.LENGTH, lasting.over().toMillis() + 1, lasting.atMost().toMillis()),
          Occur.FILTER);
    }
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
