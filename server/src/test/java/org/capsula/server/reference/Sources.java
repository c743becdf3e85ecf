package org.capsula.server.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments of the program say of its records: written once, read by its people and by
 * those who use the API.
 */
final class Sources {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** What a component means, of its {@code @param}. */
  Optional<String> meaning(Class<?> record, String component) {
    return comment(record)
        .flatMap(comment -> param(comment, component))
        .filter(text -> !text.isEmpty());
  }

  /** The first sentences of a record's comment. */
  Optional<String> sentence(Class<?> record) {
    return comment(record)
        .map(comment -> plain(comment.replaceAll("(?s)@param.*", "")))
        .filter(text -> !text.isEmpty());
  }

  /** The first sentences of a method's comment. */
  Optional<String> sentence(Method method) {
    return comment(method)
        .map(comment -> plain(comment.replaceAll("(?s)@(param|return|throws).*", "")))
        .filter(text -> !text.isEmpty());
  }

  /** What a parameter means, of its {@code @param}. */
  Optional<String> meaning(Method method, String parameter) {
    return comment(method)
        .flatMap(comment -> param(comment, parameter))
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> comment(Method method) {
    Matcher found =
        Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\((?:[^()\"]|\"[^\"]*\")*\\))?\\s*)*"
                    + "public\\s+[\\w<>.]+\\s+"
                    + method.getName()
                    + "\\(",
                Pattern.DOTALL)
            .matcher(text(method.getDeclaringClass()));
    return found.find()
        ? Optional.of(found.group(1).replaceAll("(?m)^\\s*\\*\\s?", ""))
        : Optional.empty();
  }

  private static Optional<String> comment(Class<?> record) {
    String text = text(record);
    Matcher found =
        Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
                    + "(?:(?:public|private|static|final)\\s+)*record\\s+"
                    + record.getSimpleName()
                    + "\\b",
                Pattern.DOTALL)
            .matcher(text);
    return found.find()
        ? Optional.of(found.group(1).replaceAll("(?m)^\\s*\\*\\s?", ""))
        : Optional.empty();
  }

  private static Optional<String> param(String comment, String name) {
    Matcher found =
        Pattern.compile("@param " + name + " (.*?)(?=@param|@throws|@return|\\z)", Pattern.DOTALL)
            .matcher(comment);
    return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
  }

  private static String plain(String comment) {
    return comment
        .replaceAll("\\{@(?:code|link|linkplain) #?([^}]*)}", "$1")
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String text(Class<?> type) {
    Class<?> outermost = type;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    String file = outermost.getName().replace('.', '/') + ".java";
    for (String module : new String[] {"server", "pipeline", "media", "subtitles"}) {
      Path source = ROOT.resolve(module).resolve("src/main/java").resolve(file);
      if (Files.exists(source)) {
        try {
          return Files.readString(source);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalStateException("no source of " + type);
  }
}
