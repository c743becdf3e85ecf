package org.capsula.server.reference;

import java.util.List;
import java.util.stream.Collectors;
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
      List<Answer> answers) {
    public List<Answer> successes() {
      return answers.stream().filter(Answer::isSuccess).toList();
    }

    /** Their statuses; what each means stands once in the page. */
    public String refusals() {
      return answers.stream()
          .filter(answer -> !answer.isSuccess())
          .map(answer -> answer.status().equals("default") ? "and others" : answer.status())
          .collect(Collectors.joining(", "));
    }
  }

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
  public record Answer(String status, String description, @Nullable TypeWords type) {
    boolean isSuccess() {
      return status.startsWith("2");
    }
  }

  /** A record that is sent or answered. */
  public record Value(String name, String description, List<Member> members) {}

  /**
   * A type in words, of which one may be the name of a {@link Value}.
   *
   * @param value empty where there is none
   */
  public record TypeWords(String before, String value, String after) {}
}
