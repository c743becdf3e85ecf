package org.capsula.server.upload;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.upload.UploadForm;
import org.capsula.pipeline.upload.UploadForm.Collection;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.upload.UploadJson.CollectionJson;
import org.capsula.server.upload.UploadJson.FormJson;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Reads what somebody says of an upload; what no page should show does not come in. */
final class GivenForm {
  private static final int LONGEST_TITLE = 300;

  /**
   * Controls, and what turns the direction of writing around (Unicode UAX #9, 2) so that a title
   * shows as another one. Joiners stay: words in some scripts need them.
   */
  private static final String UNFIT =
      "[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";

  private GivenForm() {}

  /**
   * @throws ProblemException where it is none
   */
  static UploadForm read(byte[] body) {
    FormJson given = json(body);
    return new UploadForm(titles(given), language(given.language()), collection(given));
  }

  private static FormJson json(byte[] body) {
    FormJson given;
    try {
      given = Json.read(new String(body, StandardCharsets.UTF_8), FormJson.class);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    if (given == null) {
      // That is what JSON's null is read as.
      throw unreadable();
    }
    return given;
  }

  private static ProblemException unreadable() {
    return new ProblemException(
        Problem.INVALID, "A form is {\"titles\":{…},\"language\":…,\"collection\":…}.");
  }

  private static Texts titles(FormJson given) {
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, String> told = given.titles() == null ? Map.of() : given.titles();
    told.forEach(
        (tag, title) -> {
          String line = line(title);
          if (!line.isEmpty()) {
            titles.put(required(tag), line);
          }
        });
    return new Texts(titles);
  }

  private static @Nullable Collection collection(FormJson form) {
    CollectionJson given = form.collection();
    if (given == null) {
      return null;
    }
    if (given.id() != null) {
      return Collection.existing(given.id());
    }
    String language = language(given.language());
    String title = line(given.title());
    return language == null || title.isEmpty() ? null : Collection.titled(language, title);
  }

  /** One line, without what has no place in it. */
  private static String line(@Nullable String title) {
    String given = title == null ? "" : title;
    String line = given.replaceAll("\\s+", " ").replaceAll(UNFIT, "").strip();
    if (line.codePointCount(0, line.length()) > LONGEST_TITLE) {
      throw new ProblemException(
          Problem.INVALID, "A title has at most " + LONGEST_TITLE + " characters.");
    }
    return line;
  }

  static @Nullable String language(@Nullable String given) {
    return given == null || given.isBlank() ? null : required(given);
  }

  private static String required(String tag) {
    return LanguageTag.normalise(tag)
        .orElseThrow(() -> new ProblemException(Problem.INVALID, "No language is called so."));
  }
}
