package org.capsula.pipeline.delivery;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;

/**
 * YAML as keys, lists and texts. Every value stays as it was typed: a title {@code 1.10} is not
 * 1.1, and Norway ({@code NO}) is not false. What stands twice or refers elsewhere is refused: a
 * person would read it differently.
 */
final class SheetTree {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The sheet itself needs three. */
  private static final int DEEPEST = 20;

  private final YAMLParser parser;

  private SheetTree(YAMLParser parser) {
    this.parser = parser;
  }

  /**
   * @return missing where there is nothing
   * @throws com.fasterxml.jackson.core.JsonProcessingException with the line of the mistake
   */
  static JsonNode read(String text) throws IOException {
    try (YAMLParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return MissingNode.getInstance();
      }
      SheetTree tree = new SheetTree(parser);
      JsonNode root = tree.value(first, 0);
      JsonToken next = parser.nextToken();
      if (next != null && next != JsonToken.VALUE_NULL) {
        throw tree.mistake("a second document begins");
      }
      return root;
    }
  }

  private JsonNode value(JsonToken token, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw mistake("it is nested too deep");
    }
    if (parser.isCurrentAlias()) {
      throw mistake("“*%s” refers to another place; write it out".formatted(parser.getText()));
    }
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> list(depth);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.textNode(parser.getText());
    };
  }

  private ObjectNode object(int depth) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (object.has(key)) {
        throw mistake("“" + key + "” stands there twice");
      }
      object.set(key, value(parser.nextToken(), depth + 1));
    }
    return object;
  }

  private ArrayNode list(int depth) throws IOException {
    ArrayNode list = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(token, depth + 1));
    }
    return list;
  }

  private JsonParseException mistake(String sentence) {
    return new JsonParseException(parser, sentence);
  }
}
