package org.capsula.subtitles.text;

import java.util.List;
import org.capsula.subtitles.Finding;

/**
 * The characters of a file.
 *
 * @param text without byte order mark and without U+0000; line ends as in the file
 * @param charset the IANA name of the encoding it was read in
 * @param findings what was guessed or repaired on the way
 */
public record Decoded(String text, String charset, List<Finding> findings) {

  public Decoded {
    findings = List.copyOf(findings);
  }

  /** The lines, ended by CRLF, CR or LF; after a last line end there is one more, empty. */
  public List<String> lines() {
    return List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
  }
}
