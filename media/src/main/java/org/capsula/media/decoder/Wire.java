package org.capsula.media.decoder;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * What goes over the pipes between the parent and the decoder process: one line a message, a word
 * and a JSON value.
 *
 * <p>The parent sends {@code inspect}, {@code transcode}, {@code remux}, {@code still} or {@code
 * draw}. The child answers any number of {@code progress} (whole microseconds into the film), then
 * one of {@code done} (the result), {@code refused} ({@link Refusal}: the content's fault) or
 * {@code failed} ({@link Failure}: the machine's).
 */
final class Wire {
  static final String INSPECT = "inspect";
  static final String TRANSCODE = "transcode";
  static final String REMUX = "remux";
  static final String STILL = "still";
  static final String DRAW = "draw";
  static final String PROGRESS = "progress";
  static final String DONE = "done";
  static final String REFUSED = "refused";
  static final String FAILED = "failed";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          // A record is its components; what it derives from them stays at home.
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .build();

  private Wire() {}

  static String line(String word, Object value) throws JsonProcessingException {
    return word + ' ' + JSON.writeValueAsString(value);
  }

  static String word(String line) {
    int space = line.indexOf(' ');
    return space < 0 ? line : line.substring(0, space);
  }

  static <T> T value(String line, Class<T> type) throws JsonProcessingException {
    return JSON.readValue(line.substring(line.indexOf(' ') + 1), type);
  }

  /** As in {@code UnreadableMediaException}. */
  record Refusal(String code, String message) {}

  /**
   * @param diskFull whether the disk that is written to has no room left
   */
  record Failure(String message, boolean diskFull) {}
}
