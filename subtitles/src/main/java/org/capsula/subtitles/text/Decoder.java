package org.capsula.subtitles.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capsula.subtitles.Code;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Bytes to characters: Unicode where the bytes prove it, else the likeliest code page. */
public final class Decoder {
  private static final char REPLACEMENT = '\uFFFD';

  private record Raw(String text, Charset charset, boolean guessed) {}

  private Decoder() {}

  /** Never fails. The language, if known, chooses between code pages and allows its repairs. */
  public static Decoded decode(byte[] bytes, @Nullable String declaredLanguage) {
    String language = primaryLanguage(declaredLanguage);
    return decoded(bytes, language, unicode(bytes).orElseGet(() -> codePage(bytes, language)));
  }

  private static Decoded decoded(byte[] bytes, @Nullable String language, Raw raw) {
    List<Finding> findings = new ArrayList<>();
    if (raw.guessed()) {
      findings.add(Finding.of(Code.CHARSET_GUESSED).with("charset", raw.charset().name()));
    }
    int damaged = damaged(bytes, raw.text(), raw.charset());
    if (damaged > 0) {
      findings.add(
          Finding.of(Code.CHARSET_DAMAGED)
              .with("charset", raw.charset().name())
              .with("count", damaged));
    }
    String text = LetterRepairs.apply(withoutNul(raw.text(), findings), language, findings);
    return new Decoded(text, raw.charset().name(), findings);
  }

  /** In an encoding that somebody chose, whatever the bytes look like. Never fails. */
  public static Decoded decode(byte[] bytes, @Nullable String declaredLanguage, Charset charset) {
    String text = new String(bytes, charset);
    boolean marked = text.startsWith("\uFEFF");
    return decoded(
        bytes,
        primaryLanguage(declaredLanguage),
        new Raw(marked ? text.substring(1) : text, charset, false));
  }

  private static @Nullable String primaryLanguage(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    return LanguageTag.normalise(tag).map(normal -> normal.replaceFirst("-.*", "")).orElse(null);
  }

  private static Optional<Raw> unicode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(read(bytes, 3, UTF_8));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(read(bytes, 2, UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(read(bytes, 2, UTF_16BE));
    }
    Optional<Charset> utf16 = utf16ByZeroBytes(bytes);
    if (utf16.isPresent()) {
      return Optional.of(read(bytes, 0, utf16.get()));
    }
    Raw utf8 = read(bytes, 0, UTF_8);
    return isMostlyUtf8(bytes, utf8.text()) ? Optional.of(utf8) : Optional.empty();
  }

  private static Raw read(byte[] bytes, int from, Charset charset) {
    return new Raw(new String(bytes, from, bytes.length - from, charset), charset, false);
  }

  private static Raw codePage(byte[] bytes, @Nullable String language) {
    Charset charset = CodePage.likeliest(bytes, language);
    return new Raw(new String(bytes, charset), charset, true);
  }

  /**
   * In UTF-16 a byte of ASCII has a zero beside it, on the same side everywhere: times, spaces and
   * line ends are ASCII in every script. Other letters may share its low byte, hence four to one.
   */
  private static Optional<Charset> utf16ByZeroBytes(byte[] bytes) {
    if (hasZeroBesideAscii(bytes, 0)) {
      return Optional.of(UTF_16LE);
    }
    return hasZeroBesideAscii(bytes, 1) ? Optional.of(UTF_16BE) : Optional.empty();
  }

  private static boolean hasZeroBesideAscii(byte[] bytes, int low) {
    int zeros = 0;
    int others = 0;
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      if (bytes[i + low] >= '\t') {
        if (bytes[i + 1 - low] == 0) {
          zeros++;
        } else {
          others++;
        }
      }
    }
    return zeros > 4 * others;
  }

  /**
   * Valid, or valid but for damage: a code page hardly ever forms UTF-8's multi-byte sequences by
   * chance, so four good ones for each bad one decide, or a single bad one where the file was cut.
   */
  private static boolean isMostlyUtf8(byte[] bytes, String decoded) {
    int bad = damaged(bytes, decoded, UTF_8);
    if (bad == 0) {
      return true;
    }
    long good = decoded.codePoints().filter(c -> c >= 0x80 && c != REPLACEMENT).count();
    boolean cut = bad == 1 && decoded.charAt(decoded.length() - 1) == REPLACEMENT;
    return good >= 4L * bad || (cut && good > 0);
  }

  /** Characters that could not be decoded. */
  private static int damaged(byte[] bytes, String text, Charset charset) {
    int replaced = count(text, REPLACEMENT);
    return replaced == 0 ? 0 : replaced - replacementsWritten(bytes, charset);
  }

  /** U+FFFD that the file itself holds, as EF BF BD, says nothing about its encoding. */
  private static int replacementsWritten(byte[] bytes, Charset charset) {
    byte[] written = String.valueOf(REPLACEMENT).getBytes(charset);
    if (written.length == 1) {
      return 0;
    }
    int found = 0;
    for (int i = 0; i + written.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + written.length, written, 0, written.length)) {
        found++;
      }
    }
    return found;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static int count(String text, char wanted) {
    int found = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      found++;
    }
    return found;
  }

  private static String withoutNul(String text, List<Finding> findings) {
    int nuls = count(text, '\0');
    if (nuls > 0) {
      findings.add(Finding.of(Code.NUL_REPLACED).with("count", nuls));
    }
    return text.replace('\0', REPLACEMENT);
  }
}
