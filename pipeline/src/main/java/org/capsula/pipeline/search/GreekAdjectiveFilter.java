package org.capsula.pipeline.search;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Gives all forms of words like κοινωνικός one ending. Lucene's stemmer takes more off κοινωνικό
 * than off κοινωνικός and κοινωνική, and few words are commoner in social work.
 */
final class GreekAdjectiveFilter extends TokenFilter {
  private static final Pattern FORMS =
      Pattern.compile("(.{2,}ικ)(οσ|ου|ο|οι|ων|ουσ|η|ησ|εσ|α|ασ|ε)");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  GreekAdjectiveFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    // Most words have none of it, and that is seen much sooner.
    Matcher form = FORMS.matcher(word);
    if (word.contains("ικ") && form.matches()) {
      String one = form.group(1) + "ο";
      term.setEmpty().append(one);
    }
    return true;
  }
}
