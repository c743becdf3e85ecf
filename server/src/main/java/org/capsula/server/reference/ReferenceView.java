package org.capsula.server.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's description, as the page tells it. */
public record ReferenceView(List<Feature> features, List<Value> values) {

  /** What belongs together. */
  public record Feature(String name, List<Operation> operations) {}

  /**
   * One thing that can be asked.
   *
   * @param id names its place in the page
   * @param access who may ask
   * @param content what is sent; null where nothing is
   */
  public record Operation(
      String id,
      String method,
      String path,
      String summary,
      String access,
      List<Member> parameters,
      @Nullable TypeWords content,
      List<Answer> answers) {}

  /**
   * A parameter, or a member of a value.
   *
   * @param place path, query or header; empty for a member of a value
   */
  public record Member(
      String name, String place, TypeWords type, boolean required, String description) {}

  /**
   * @param status three digits, or default
   * @param type null where there is no content
   */
  public record Answer(String status, String description, @Nullable TypeWords type) {}

  /** A record that is sent or answered. */
  public record Value(String name, String description, List<Member> members) {}

  /**
   * A type in words, of which one may be the name of a {@link Value}.
   *
   * @param value empty where there is none
   */
  public record TypeWords(String before, String value, String after) {}
}
