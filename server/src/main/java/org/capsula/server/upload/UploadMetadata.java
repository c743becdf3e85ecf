package org.capsula.server.upload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The field {@code Upload-Metadata} (tus 1.0.0, Creation): pairs of a key in ASCII and a value in
 * Base64, joined by commas.
 *
 * @param field as it was given; nothing but printable ASCII
 */
record UploadMetadata(String field, Map<String, String> values) {
  static final UploadMetadata NONE = new UploadMetadata("", Map.of());

  /** It is given back in a field, which has no room for more. */
  private static final int LONGEST = 4096;

  /** Of a file's name, a type and what a browser knows the file by. */
  private static final int MOST_KEYS = 16;

  /** Anything but spaces and commas; ours are words. */
  private static final Pattern KEY = Pattern.compile("[!-+\\--~]{1,64}");

  /** How a browser of ours knows a file again. */
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-z-]{1,80}");

  UploadMetadata {
    values = Map.copyOf(values);
  }

  /**
   * @return empty for what is no such field
   */
  static Optional<UploadMetadata> of(String field) {
    if (field.length() > LONGEST) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : field.split(",", -1)) {
      String[] parts = pair.strip().split(" ", -1);
      if (parts.length > 2 || !KEY.matcher(parts[0]).matches() || values.containsKey(parts[0])) {
        return Optional.empty();
      }
      try {
        byte[] value = parts.length < 2 ? new byte[0] : Base64.getDecoder().decode(parts[1]);
        values.put(parts[0], new String(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return values.size() > MOST_KEYS
        ? Optional.empty()
        : Optional.of(new UploadMetadata(field, values));
  }

  /** As it was given: anything at all. */
  String fileName() {
    return values.getOrDefault("filename", values.getOrDefault("name", ""));
  }

  Optional<String> fingerprint() {
    return Optional.ofNullable(values.get("fingerprint"))
        .filter(given -> FINGERPRINT.matcher(given).matches());
  }

  /** The capsule whose footage it is to become. */
  Optional<String> replaces() {
    return Optional.ofNullable(values.get("replaces"))
        .filter(given -> FINGERPRINT.matcher(given).matches());
  }
}
