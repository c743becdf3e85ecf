package org.capsula.pipeline.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** {@link Letters} for each word; one that has none but marks stays as it is. */
final class LetterFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  LetterFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String plain = Letters.plain(term.toString());
    if (!plain.isEmpty()) {
      term.setEmpty().append(plain);
    }
    return true;
  }
}
