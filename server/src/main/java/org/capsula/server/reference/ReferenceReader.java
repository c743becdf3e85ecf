package org.capsula.server.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.capsula.pipeline.json.Json;
import org.capsula.server.reference.ReferenceView.Answer;
import org.capsula.server.reference.ReferenceView.Feature;
import org.capsula.server.reference.ReferenceView.Member;
import org.capsula.server.reference.ReferenceView.Operation;
import org.capsula.server.reference.ReferenceView.TypeWords;
import org.capsula.server.reference.ReferenceView.Value;
import org.jspecify.annotations.Nullable;

/** Reads our own document, and nothing that our document does not have. */
final class ReferenceReader {
  private static final String SCHEMAS = "#/components/schemas/";

  private final Map<?, ?> document;
  private final Map<?, ?> responses;

  private ReferenceReader(Map<?, ?> document) {
    this.document = document;
    this.responses = map(map(document.get("components")).get("responses"));
  }

  static ReferenceView read(String json) {
    ReferenceReader reader = new ReferenceReader(Json.read(json, Map.class));
    return new ReferenceView(reader.features(), reader.values());
  }

  private List<Feature> features() {
    Map<String, List<Operation>> byFeature = new LinkedHashMap<>();
    for (Object tag : list(document.get("tags"))) {
      byFeature.put(text(map(tag), "name"), new ArrayList<>());
    }
    map(document.get("paths"))
        .forEach(
            (path, methods) ->
                map(methods)
                    .forEach(
                        (method, operation) ->
                            Objects.requireNonNull(
                                    byFeature.get(list(map(operation).get("tags")).get(0)))
                                .add(
                                    operation(
                                        path.toString(), method.toString(), map(operation)))));
    return byFeature.entrySet().stream()
        .map(entry -> new Feature(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Operation operation(String path, String method, Map<?, ?> operation) {
    return new Operation(
        text(operation, "operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        text(operation, "summary"),
        text(operation, "x-access"),
        list(operation.get("parameters")).stream().map(each -> parameter(map(each))).toList(),
        content(map(operation.get("requestBody"))),
        map(operation.get("responses")).entrySet().stream()
            .map(answer -> answer(answer.getKey().toString(), map(answer.getValue())))
            .toList());
  }

  private static Member parameter(Map<?, ?> parameter) {
    return new Member(
        text(parameter, "name"),
        text(parameter, "in"),
        type(map(parameter.get("schema"))),
        Boolean.TRUE.equals(parameter.get("required")),
        text(parameter, "description"));
  }

  private Answer answer(String status, Map<?, ?> given) {
    String reference = text(given, "$ref");
    Map<?, ?> answer =
        reference.isEmpty()
            ? given
            : map(responses.get(reference.substring(reference.lastIndexOf('/') + 1)));
    return new Answer(status, text(answer, "description"), content(answer));
  }

  /** Of the first media type, with its name where it is not JSON. */
  private static @Nullable TypeWords content(Map<?, ?> holder) {
    Map<?, ?> content = map(holder.get("content"));
    if (content.isEmpty()) {
      return null;
    }
    Map.Entry<?, ?> first = content.entrySet().iterator().next();
    TypeWords type = type(map(map(first.getValue()).get("schema")));
    String media = first.getKey().toString();
    return media.equals("application/json") || media.equals("application/problem+json")
        ? type
        : new TypeWords(media, "", "");
  }

  private List<Value> values() {
    return map(map(document.get("components")).get("schemas")).entrySet().stream()
        .map(entry -> value(entry.getKey().toString(), map(entry.getValue())))
        .toList();
  }

  private static Value value(String name, Map<?, ?> schema) {
    List<?> required = list(schema.get("required"));
    return new Value(
        name,
        text(schema, "description"),
        map(schema.get("properties")).entrySet().stream()
            .map(entry -> member(entry.getKey().toString(), map(entry.getValue()), required))
            .toList());
  }

  private static Member member(String name, Map<?, ?> schema, List<?> required) {
    return new Member(name, "", type(schema), required.contains(name), text(schema, "description"));
  }

  private static TypeWords type(Map<?, ?> schema) {
    String reference = text(schema, "$ref");
    if (!reference.isEmpty()) {
      return new TypeWords("", reference.substring(SCHEMAS.length()), "");
    }
    List<?> either = list(schema.get("anyOf"));
    if (!either.isEmpty()) {
      TypeWords first = type(map(either.get(0)));
      return new TypeWords(first.before(), first.value(), first.after() + " or null");
    }
    if (schema.get("items") != null) {
      TypeWords of = type(map(schema.get("items")));
      return new TypeWords("list of " + of.before(), of.value(), of.after() + orNull(schema));
    }
    if (schema.get("additionalProperties") instanceof Map<?, ?> inside) {
      TypeWords of = type(inside);
      return new TypeWords("object of " + of.before(), of.value(), of.after() + orNull(schema));
    }
    return new TypeWords(word(schema), "", "");
  }

  private static String orNull(Map<?, ?> schema) {
    return list(schema.get("type")).contains("null") ? " or null" : "";
  }

  private static String word(Map<?, ?> schema) {
    String enumerated =
        list(schema.get("enum")).stream().map(String::valueOf).collect(Collectors.joining(", "));
    if (!enumerated.isEmpty()) {
      return enumerated;
    }
    Object type = schema.get("type");
    String word =
        type instanceof List<?> several
            ? several.get(0).toString()
            : type == null ? "any JSON" : type.toString();
    String format = text(schema, "format");
    return (format.isEmpty() ? word : word + " (" + format + ")") + orNull(schema);
  }

  private static String text(Map<?, ?> holder, String name) {
    return holder.get(name) instanceof String text ? text : "";
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
