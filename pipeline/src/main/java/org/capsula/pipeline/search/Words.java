package org.capsula.pipeline.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Takes a text apart into the words by which it is found. */
final class Words {
  /** Those with a way of their own to bring the forms of a word together. */
  static final List<String> LANGUAGES = List.of("fr", "el", "ro", "de", "lb", "en");

  /** All others: letters are folded, and nothing more. */
  static final String ANY = "any";

  private static final Set<String> KNOWN = Set.copyOf(LANGUAGES);
  private static final Analyzer ANALYZER = new LanguageAnalyzer();

  private Words() {}

  /**
   * One word.
   *
   * @param term by which it is compared
   * @param start where it stands in the text
   * @param end after its last character
   */
  record Word(String term, int start, int end) {}

  /**
   * How texts of a language are taken apart: one of {@link #LANGUAGES}, or {@link #ANY}.
   *
   * @param tag BCP 47
   */
  static String way(String tag) {
    String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return KNOWN.contains(primary) ? primary : ANY;
  }

  /** In their order, none left out: the n-th stands at position n of the index. */
  static List<Word> of(String way, String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream(LanguageAnalyzer.field(way), text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  static List<String> terms(String way, String text) {
    return of(way, text).stream().map(Word::term).toList();
  }
}
