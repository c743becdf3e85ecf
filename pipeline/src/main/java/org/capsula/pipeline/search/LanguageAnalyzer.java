package org.capsula.pipeline.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.RomanianStemmer;

/**
 * Words by the rules of their language, which the field says. Letters are folded before the endings
 * are taken off, so that who types no accent finds the same. No word is left out: people look for
 * spoken sentences, and “not” is a word of theirs.
 */
final class LanguageAnalyzer extends Analyzer {
  /** Larger than any sentence that is looked for: none begins in one text and ends in the next. */
  private static final int GAP = 1_000;

  private static final String FIELD = "words_";

  /** d’Schoul, s’ass, t’ass. */
  private static final CharArraySet ARTICLES_LB =
      CharArraySet.unmodifiableSet(new CharArraySet(List.of("d", "s", "t"), true));

  LanguageAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  /** The name of the field that holds all texts of one way. */
  static String field(String way) {
    return FIELD + way;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream end =
        switch (field.substring(field.lastIndexOf('_') + 1)) {
          case "fr" ->
              new FrenchLightStemFilter(
                  new LetterFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES)));
          case "el" -> new GreekStemFilter(new GreekAdjectiveFilter(new LetterFilter(words)));
          case "ro" -> new SnowballFilter(new LetterFilter(words), new RomanianStemmer());
          case "de" ->
              new GermanLightStemFilter(new GermanNormalizationFilter(new LetterFilter(words)));
          case "lb" -> new LetterFilter(new ElisionFilter(words, ARTICLES_LB));
          case "en" -> new PorterStemFilter(new LetterFilter(new EnglishPossessiveFilter(words)));
          default -> new LetterFilter(words);
        };
    return new TokenStreamComponents(words, end);
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }
}
