package org.capsula.server.reference;

import static org.capsula.server.reference.Schemas.members;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.capsula.pipeline.json.Json;
import org.capsula.server.http.Access;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.Sent;
import org.capsula.server.http.Summary;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.system.Version;
import org.jspecify.annotations.Nullable;

/** Makes the OpenAPI document (3.1.0) of the table of routes. */
final class ApiDescription {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final Sources sources = new Sources();
  private final Schemas schemas = new Schemas(sources);
  private final List<ApiMethod> methods;

  ApiDescription(Site site) {
    methods = ApiMethod.of(site);
  }

  Map<String, Object> document() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (ApiMethod method : methods) {
      Map<String, Object> path = path(paths, method.address().pattern());
      path.put(
          method.address().method().name().toLowerCase(java.util.Locale.ROOT), operation(method));
    }
    return members(
        "openapi",
        "3.1.0",
        "info",
        info(),
        "servers",
        List.of(members("url", "/")),
        "tags",
        new TreeSet<>(methods.stream().map(ApiMethod::tag).toList())
            .stream().map(tag -> members("name", tag)).toList(),
        "paths",
        paths,
        "components",
        components());
  }

  @SuppressWarnings("unchecked") // Only ours is put there.
  private static Map<String, Object> path(Map<String, Object> paths, String pattern) {
    return (Map<String, Object>)
        paths.computeIfAbsent(pattern, any -> new LinkedHashMap<String, Object>());
  }

  private static Map<String, Object> info() {
    return members(
        "title",
        "Capsula",
        "version",
        Version.CURRENT,
        "description",
        "What programs may ask of a Capsula. An unknown value is null, never left out. Films are"
            + " uploaded with the tus protocol 1.0 under /uploads, which is not described here."
            + " Every refusal is a problem document (RFC 9457).",
        "license",
        members("name", "EUPL-1.2", "identifier", "EUPL-1.2"));
  }

  private Map<String, Object> operation(ApiMethod method) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id(method));
    operation.put("tags", List.of(method.tag()));
    operation.put("summary", summary(method));
    operation.put("x-access", word(method.address().access()));
    operation.put("security", security(method.address().access()));
    List<Map<String, Object>> parameters = parameters(method);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    Optional<Map<String, Object>> body = body(method);
    body.ifPresent(content -> operation.put("requestBody", content));
    operation.put("responses", responses(method, !parameters.isEmpty(), body.isPresent()));
    return operation;
  }

  private static String id(ApiMethod method) {
    String feature =
        method.tag().substring(0, 1).toLowerCase(java.util.Locale.ROOT) + method.tag().substring(1);
    Method java = method.java();
    return java == null ? feature : feature + "." + java.getName();
  }

  /** What its annotation says, else its comment. */
  private String summary(ApiMethod method) {
    Summary summary = method.annotated().getAnnotation(Summary.class);
    if (summary != null) {
      return summary.value();
    }
    return Optional.ofNullable(method.java())
        .flatMap(sources::sentence)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    method.address() + " has no @Summary: say in a sentence what it does"));
  }

  private static String word(Access access) {
    return access.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static List<Map<String, Object>> security(Access access) {
    return switch (access) {
      case PUBLIC -> List.of();
      case IN_PERSON, ADMIN_IN_PERSON -> List.of(members("session", List.of()));
      default -> List.of(members("session", List.of()), members("token", List.of()));
    };
  }

  private List<Map<String, Object>> parameters(ApiMethod method) {
    List<Map<String, Object>> found = new ArrayList<>();
    List<Parameter> given =
        method.java() == null ? List.of() : Arrays.asList(method.java().getParameters());
    for (Parameter parameter : given) {
      place(parameter).ifPresent(place -> found.add(parameter(method, parameter, place)));
    }
    return found;
  }

  /**
   * Where it stands, and under which name; empty for the request's content and what is injected.
   */
  private static Optional<Map.Entry<String, String>> place(Parameter parameter) {
    PathParam path = parameter.getAnnotation(PathParam.class);
    if (path != null) {
      return Optional.of(Map.entry("path", path.value()));
    }
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    if (query != null) {
      return Optional.of(Map.entry("query", query.value()));
    }
    HeaderParam header = parameter.getAnnotation(HeaderParam.class);
    if (header != null) {
      return Optional.of(Map.entry("header", header.value()));
    }
    CookieParam cookie = parameter.getAnnotation(CookieParam.class);
    return Optional.ofNullable(cookie).map(name -> Map.entry("cookie", name.value()));
  }

  private Map<String, Object> parameter(
      ApiMethod method, Parameter parameter, Map.Entry<String, String> place) {
    Map<String, Object> described = members("name", place.getValue(), "in", place.getKey());
    Summary summary = parameter.getAnnotation(Summary.class);
    Optional.ofNullable(summary)
        .map(Summary::value)
        .or(
            () ->
                Optional.ofNullable(method.java())
                    .flatMap(java -> sources.meaning(java, parameter.getName())))
        .ifPresent(words -> described.put("description", words));
    boolean needed = !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    DefaultValue usual = parameter.getAnnotation(DefaultValue.class);
    described.put("required", place.getKey().equals("path") || (needed && usual == null));
    Map<String, Object> schema = new LinkedHashMap<>(schemas.of(parameter.getParameterizedType()));
    if (usual != null) {
      boolean text = "string".equals(schema.get("type"));
      schema.put("default", text ? usual.value() : Json.read(usual.value(), Object.class));
    }
    described.put("schema", schema);
    return described;
  }

  private Optional<Map<String, Object>> body(ApiMethod method) {
    if (method.java() == null) {
      return Optional.empty();
    }
    return Arrays.stream(method.java().getParameters())
        .filter(parameter -> place(parameter).isEmpty() && !isInjected(parameter))
        .findFirst()
        .map(parameter -> content(method.consumes(), sent(parameter)));
  }

  private static Type sent(Parameter parameter) {
    Sent sent = parameter.getAnnotation(Sent.class);
    return sent == null ? parameter.getParameterizedType() : sent.value();
  }

  private static boolean isInjected(Parameter parameter) {
    return parameter.isAnnotationPresent(Context.class) || parameter.getType() == Caller.class;
  }

  private Map<String, Object> content(List<String> consumes, Type type) {
    boolean raw = type == InputStream.class || type == byte[].class;
    Map<String, Object> schema = raw ? members() : schemas.taken(type);
    List<String> types = consumes.isEmpty() ? List.of(raw ? "*/*" : JSON) : consumes;
    Map<String, Object> content = new LinkedHashMap<>();
    types.forEach(each -> content.put(each, members("schema", schema)));
    return members("required", true, "content", content);
  }

  private Map<String, Object> responses(ApiMethod method, boolean asked, boolean sent) {
    Map<String, Object> responses = new LinkedHashMap<>();
    Answers answers = answers(method);
    int status = answers != null ? answers.status() : isVoid(method) ? 204 : 200;
    responses.put(Integer.toString(status), success(method, answers));
    TreeSet<Integer> refusals = new TreeSet<>();
    if (method.address().access() != Access.PUBLIC) {
      refusals.addAll(List.of(401, 403));
    }
    if (!method.address().method().isSafe()) {
      refusals.add(403);
    }
    if (method.address().pattern().contains("{")) {
      refusals.add(404);
    }
    if (asked || sent) {
      refusals.add(400);
    }
    if (sent) {
      refusals.addAll(List.of(413, 415));
    }
    refusals.forEach(
        each ->
            responses.put(
                each.toString(), members("$ref", "#/components/responses/problem-" + each)));
    responses.put("default", members("$ref", "#/components/responses/problem"));
    return responses;
  }

  private static @Nullable Answers answers(ApiMethod method) {
    return method.annotated().getAnnotation(Answers.class);
  }

  private static boolean isVoid(ApiMethod method) {
    return method.java() != null
        && method.java().getReturnType() == void.class
        && !isEvents(method);
  }

  private static boolean isEvents(ApiMethod method) {
    return method.produces().contains("text/event-stream");
  }

  private Map<String, Object> success(ApiMethod method, @Nullable Answers answers) {
    Map<String, Object> success = members("description", "All went well.");
    if (isVoid(method) || (answers != null && answers.value() == Void.class)) {
      return success;
    }
    Map<String, Object> schema =
        isEvents(method) ? members("type", "string") : schema(method, answers);
    Map<String, Object> content = new LinkedHashMap<>();
    List<String> types = method.produces().isEmpty() ? List.of(JSON) : method.produces();
    types.forEach(type -> content.put(type, members("schema", schema)));
    success.put("content", content);
    return success;
  }

  private Map<String, Object> schema(ApiMethod method, @Nullable Answers answers) {
    if (answers != null && answers.value() == InputStream.class) {
      return members();
    }
    if (answers != null) {
      Map<String, Object> one = schemas.of(answers.value());
      return answers.many() ? members("type", "array", "items", one) : one;
    }
    Method java = method.java();
    if (java == null || Response.class.isAssignableFrom(java.getReturnType())) {
      throw new IllegalStateException(
          method.address() + " does not say what it answers: return a record, or add @Answers");
    }
    return schemas.of(java.getGenericReturnType());
  }

  private Map<String, Object> components() {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("problem", problem("Any other refusal."));
    Arrays.stream(Problem.values())
        .collect(
            Collectors.groupingBy(
                Problem::status,
                java.util.TreeMap::new,
                Collectors.mapping(Problem::sentence, Collectors.joining(" Or: "))))
        .forEach((status, words) -> responses.put("problem-" + status, problem(words)));
    Map<String, Object> all = new LinkedHashMap<>(schemas.named());
    all.put("Problem", problemSchema());
    return members("schemas", all, "responses", responses, "securitySchemes", securitySchemes());
  }

  private static Map<String, Object> problem(String words) {
    return members(
        "description",
        words,
        "content",
        members(PROBLEM, members("schema", members("$ref", "#/components/schemas/Problem"))));
  }

  private static Map<String, Object> problemSchema() {
    List<String> types =
        Arrays.stream(Problem.values()).map(problem -> "/problems/" + problem.code()).toList();
    return members(
        "type",
        "object",
        "description",
        "RFC 9457. Some types have more members, which the reference lists.",
        "properties",
        members(
            "type",
            members("type", "string", "format", "uri-reference", "enum", types),
            "title",
            members("type", "string", "description", "The same each time, in English."),
            "status",
            members("type", "integer", "format", "int32"),
            "detail",
            members("type", "string", "description", "What is special this time.")),
        "required",
        List.of("type", "title", "status"),
        "additionalProperties",
        true);
  }

  private static Map<String, Object> securitySchemes() {
    return members(
        "session",
        members(
            "type",
            "apiKey",
            "in",
            "cookie",
            "name",
            "__Host-capsula",
            "description",
            "Of a browser that has signed in; without the prefix on plain http loopback."),
        "token",
        members("type", "http", "scheme", "bearer", "description", "Of a program."));
  }
}
