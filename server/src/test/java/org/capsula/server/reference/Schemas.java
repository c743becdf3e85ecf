package org.capsula.server.reference;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12, as OpenAPI 3.1 has them) of the records that the API takes and gives.
 *
 * <p>What is given has every member, an unknown one as null; what is taken may leave out whatever
 * may be null.
 */
final class Schemas {
  private final Sources sources;
  private final Map<String, Map<String, Object>> named = new TreeMap<>();
  private final Map<String, Class<?>> owners = new TreeMap<>();
  private final Set<Class<?>> taken = new HashSet<>();

  Schemas(Sources sources) {
    this.sources = sources;
  }

  /** All records that were asked for, by their names. */
  Map<String, Map<String, Object>> named() {
    return named;
  }

  /** Of what a client sends. */
  Map<String, Object> taken(Type type) {
    if (type instanceof Class<?> record && record.isRecord()) {
      markTaken(record);
    }
    return of(type);
  }

  private void markTaken(Class<?> record) {
    if (taken.add(record)) {
      for (RecordComponent component : record.getRecordComponents()) {
        inside(component.getGenericType()).forEach(this::markTaken);
      }
    }
  }

  private static List<Class<?>> inside(Type type) {
    List<Class<?>> found = new ArrayList<>();
    if (type instanceof Class<?> plain && plain.isRecord()) {
      found.add(plain);
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        found.addAll(inside(argument));
      }
    }
    return found;
  }

  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return reference(plain);
    }
    if (plain.isEnum()) {
      Object[] words = plain.getEnumConstants();
      return members("type", "string", "enum", Arrays.stream(words).map(Object::toString).toList());
    }
    Map<String, Object> known = SIMPLE.get(plain);
    if (known == null) {
      throw new IllegalArgumentException("no schema is known for " + type);
    }
    return known;
  }

  private static final Map<Class<?>, Map<String, Object>> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, members("type", "string")),
          Map.entry(boolean.class, members("type", "boolean")),
          Map.entry(Boolean.class, members("type", "boolean")),
          Map.entry(int.class, members("type", "integer", "format", "int32")),
          Map.entry(Integer.class, members("type", "integer", "format", "int32")),
          Map.entry(long.class, members("type", "integer", "format", "int64")),
          Map.entry(Long.class, members("type", "integer", "format", "int64")),
          Map.entry(double.class, members("type", "number", "format", "double")),
          Map.entry(Double.class, members("type", "number", "format", "double")),
          Map.entry(Instant.class, members("type", "string", "format", "date-time")),
          Map.entry(LocalDate.class, members("type", "string", "format", "date")),
          Map.entry(LocalDateTime.class, members("type", "string")),
          Map.entry(Object.class, Map.of()));

  private Map<String, Object> ofGeneric(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return members("type", "array", "items", of(arguments[0]));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return members("type", "object", "additionalProperties", of(arguments[1]));
    }
    throw new IllegalArgumentException("no schema is known for " + generic);
  }

  private Map<String, Object> reference(Class<?> record) {
    String name = name(record);
    Class<?> owner = owners.putIfAbsent(name, record);
    if (owner != null && owner != record) {
      // Of two features: the later one says of which it is.
      name = feature(record) + name;
      owner = owners.putIfAbsent(name, record);
      if (owner != null && owner != record) {
        throw new IllegalStateException(record + " and " + owner + " have one name");
      }
    }
    if (!named.containsKey(name)) {
      // First, so that a record that holds itself comes to an end.
      Map<String, Object> schema = new LinkedHashMap<>();
      named.put(name, schema);
      describe(record, schema);
    }
    return members("$ref", "#/components/schemas/" + name);
  }

  /** Within others many a record is but a page, or a change. */
  private static String name(Class<?> record) {
    Class<?> around = record.getEnclosingClass();
    String before =
        around == null ? "" : around.getSimpleName().replaceAll("(Resource|Json|Report)$", "");
    return before + record.getSimpleName().replaceAll("(?<=.)(Json|Report)$", "");
  }

  private static String feature(Class<?> record) {
    String name = record.getPackageName();
    String last = name.substring(name.lastIndexOf('.') + 1);
    return Character.toUpperCase(last.charAt(0)) + last.substring(1);
  }

  private void describe(Class<?> record, Map<String, Object> schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      boolean nullable = isNullable(component.getAnnotatedType());
      Map<String, Object> property = new LinkedHashMap<>(property(component, nullable));
      sources.meaning(record, component.getName()).ifPresent(m -> property.put("description", m));
      properties.put(component.getName(), property);
      if (!nullable || !taken.contains(record)) {
        required.add(component.getName());
      }
    }
    schema.put("type", "object");
    sources.sentence(record).ifPresent(sentence -> schema.put("description", sentence));
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
  }

  private Map<String, Object> property(RecordComponent component, boolean nullable) {
    Map<String, Object> schema = of(component.getGenericType());
    if (!nullable || schema.isEmpty()) {
      return schema;
    }
    if (!(schema.get("type") instanceof String type)) {
      return members("anyOf", List.of(schema, members("type", "null")));
    }
    Map<String, Object> either = new LinkedHashMap<>(schema);
    either.put("type", List.of(type, "null"));
    if (either.get("enum") instanceof List<?> words) {
      List<Object> withNull = new ArrayList<>(words);
      withNull.add(null);
      either.put("enum", withNull);
    }
    return either;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class)
        && !(type instanceof AnnotatedParameterizedType generic
            && generic.getType() instanceof Class<?> plain
            && plain.isPrimitive());
  }

  /** In this order. */
  static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }
}
