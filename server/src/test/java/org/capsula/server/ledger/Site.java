package org.capsula.server.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The catalogue as a viewer's player sees it. */
final class Site {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;

  Site(String address) {
    root = URI.create(address);
  }

  HttpResponse<byte[]> get(String address) {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(address)).header("Accept-Language", "fr").build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(address, e);
    }
  }

  private JsonNode json(String address) {
    try {
      return JSON.readTree(get(address).body());
    } catch (IOException e) {
      throw new AssertionError(address, e);
    }
  }

  boolean isAtRest() {
    JsonNode health = json("/health");
    return health.get("queued").asInt() == 0 && health.get("running").asInt() == 0;
  }

  /** By slug. */
  Map<String, JsonNode> capsules() {
    Map<String, JsonNode> capsules = new HashMap<>();
    json("/api/capsules?limit=100")
        .get("items")
        .forEach(item -> capsules.put(item.get("slug").asText(), item));
    return capsules;
  }

  /** What is missing of a capsule that can be seen; empty where it is whole. */
  List<String> missing(JsonNode capsule) {
    List<String> missing = new ArrayList<>();
    String playlist = capsule.get("playlist").asText();
    if (!capsule.get("poster").isNull()) {
      require(capsule.get("poster").asText(), missing);
    }
    require(capsule.get("page").asText(), missing);
    for (String address : addresses(playlist, missing)) {
      for (String file : addresses(address, missing)) {
        require(file, missing);
      }
    }
    return missing;
  }

  /** Those that a playlist names, itself among the missing where it cannot be had. */
  private List<String> addresses(String playlist, List<String> missing) {
    String text = require(playlist, missing);
    URI base = root.resolve(playlist);
    return Arrays.stream(text.split("\n|URI=\"|\"", -1))
        .filter(part -> part.matches("[^#\\s\"=,]+\\.(m3u8|mp4|vtt)"))
        .map(part -> base.resolve(part).getPath())
        .distinct()
        .toList();
  }

  private String require(String address, List<String> missing) {
    HttpResponse<byte[]> response = get(address);
    if (response.statusCode() != 200 || response.body().length == 0) {
      missing.add(address + " is " + response.statusCode());
      return "";
    }
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
