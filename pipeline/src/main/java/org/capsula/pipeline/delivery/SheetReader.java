package org.capsula.pipeline.delivery;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.delivery.Sheet.CollectionPart;
import org.capsula.pipeline.delivery.Sheet.ReleasePart;
import org.capsula.pipeline.delivery.Sheet.SituationPart;
import org.capsula.pipeline.delivery.Sheet.Trust;
import org.jspecify.annotations.Nullable;

/** Reads a YAML side-car. What is wrong in one place does not cost the others. */
final class SheetReader {
  /** A narrative in six languages is some 30 kB. */
  static final int LARGEST = 1_000_000;

  private static final Set<String> KEYS =
      Set.of(
          "title",
          "summary",
          "keywords",
          "language",
          "situation",
          "collection",
          "languages",
          "release");

  private final String name;
  private final List<String> problems = new ArrayList<>();
  private final SheetValues values = new SheetValues(this::problem);

  private SheetReader(String name) {
    this.name = name;
  }

  /**
   * @param name of the file, for messages
   */
  static Sheet read(String name, byte[] bytes) {
    return new SheetReader(name).read(bytes);
  }

  private Sheet read(byte[] bytes) {
    try {
      JsonNode root = SheetTree.read(text(bytes));
      if (root.isMissingNode() || root.isNull()) {
        return Sheet.NONE;
      }
      return root instanceof ObjectNode object
          ? sheet(object)
          : unreadable("it should hold keys like title: and summary:");
    } catch (JsonProcessingException e) {
      return unreadable(place(e.getLocation()) + firstLine(e.getOriginalMessage()));
    } catch (CharacterCodingException e) {
      return unreadable("it is not in UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory have no disk to fail", e);
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private Sheet unreadable(String reason) {
    return Sheet.unreadable(
        "%s: %s; the file is left out, and a new capsule stays a draft. Correct it and import it again."
            .formatted(name, reason));
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : "line " + location.getLineNr() + ": ";
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "it is no YAML" : message.lines().findFirst().orElse("it is no YAML");
  }

  private Sheet sheet(ObjectNode root) {
    int before = problems.size();
    values.unknownKeys(root, "", KEYS);
    boolean known = problems.size() == before;
    if (!known) {
      problem(
          "as a key is not known, which may be a misspelt release, nothing of a release is taken: a new capsule stays a draft.");
    }
    before = problems.size();
    List<String> languages = languages(root.get("languages"));
    boolean understood = problems.size() == before;
    if (!understood) {
      problem(
          "languages: as not all are known, nothing of the release is taken: a new capsule stays a draft.");
    }
    understood &= known;
    before = problems.size();
    ReleasePart release = ReleaseReader.read(root.get("release"), this::problem);
    understood &= problems.size() == before;
    return new Sheet(
        new CapsuleTexts(
            values.titles(root.get("title"), "title"),
            values.texts(root.get("summary"), "summary"),
            values.wordsByLanguage(root.get("keywords"), "keywords")),
        values.language(values.text(root.get("language"), "language"), "language"),
        situation(root.get("situation")),
        collection(root.get("collection")),
        languages,
        understood ? release : null,
        understood ? Trust.ALL : Trust.TEXTS,
        problems);
  }

  private void problem(String sentence) {
    problems.add(name + ": " + sentence);
  }

  private List<String> languages(@Nullable JsonNode node) {
    List<String> languages = new ArrayList<>();
    for (String tag : values.words(node, "languages")) {
      String language = values.language(tag, "languages");
      if (language != null) {
        languages.add(language);
      }
    }
    return languages.stream().distinct().toList();
  }

  private @Nullable SituationPart situation(@Nullable JsonNode node) {
    ObjectNode part =
        values.part(node, "situation", Set.of("title", "narrative", "themes", "country"));
    if (part == null) {
      return null;
    }
    return new SituationPart(
        values.titles(part.get("title"), "situation: title"),
        values.texts(part.get("narrative"), "situation: narrative"),
        values.words(part.get("themes"), "situation: themes"),
        values.country(
            values.text(part.get("country"), "situation: country"), "situation: country"));
  }

  private @Nullable CollectionPart collection(@Nullable JsonNode node) {
    ObjectNode part = values.part(node, "collection", Set.of("title", "order"));
    if (part == null) {
      return null;
    }
    Texts titles = values.titles(part.get("title"), "collection: title");
    if (titles.isEmpty()) {
      problem("collection: has no title and is left out.");
      return null;
    }
    String key = "collection: order";
    return new CollectionPart(titles, values.wholeNumber(values.text(part.get("order"), key), key));
  }
}
