package org.capsula.pipeline.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Gives each subtitle file to the footage that it belongs to. */
public final class SubtitleMatch {
  private final List<Path> footage;
  private final @Nullable String language;

  private SubtitleMatch(List<Path> footage, @Nullable String language) {
    this.footage = footage;
    this.language = language;
  }

  /**
   * With one footage all subtitles are its own, else the part of their names before the language
   * must be the footage's name.
   *
   * @param language of the one subtitle file whose name has none; null when not given
   * @return a list for each footage, in its order
   * @throws UsageException where a file has no language, no footage, or the place of another
   */
  public static Map<Path, List<SubtitleInput>> match(
      List<Path> footage, List<Path> subtitles, @Nullable String language) throws UsageException {
    return new SubtitleMatch(footage, known(language)).match(subtitles);
  }

  private static @Nullable String known(@Nullable String language) throws UsageException {
    if (language == null) {
      return null;
    }
    return LanguageTag.normalise(language)
        .orElseThrow(
            () ->
                new UsageException(
                    "--language "
                        + language
                        + ": no such language; give a tag like fr, el, ro, de, lb or en."));
  }

  private Map<Path, List<SubtitleInput>> match(List<Path> subtitles) throws UsageException {
    List<Path> untagged =
        subtitles.stream().filter(file -> SubtitleName.of(file).language().isEmpty()).toList();
    if (language != null && untagged.size() != 1) {
      throw new UsageException(
          "--language names the language of one subtitle file without one in its name, but there"
              + " are "
              + untagged.size()
              + "; name the files like film.fr.srt instead.");
    }
    Map<Path, List<SubtitleInput>> matched = new HashMap<>();
    footage.forEach(film -> matched.put(film, new ArrayList<>()));
    for (Path file : subtitles) {
      SubtitleName name = SubtitleName.of(file);
      Path film = footageOf(file, name);
      matched.getOrDefault(film, new ArrayList<>()).add(input(file, name));
    }
    for (List<SubtitleInput> ofOneFilm : matched.values()) {
      refuseDoubles(ofOneFilm);
    }
    return matched;
  }

  private SubtitleInput input(Path file, SubtitleName name) throws UsageException {
    String tag = name.language().orElse(language);
    if (tag == null) {
      throw new UsageException(
          file
              + ": “"
              + name.written()
              + "” is no language; name the file like film.fr.srt, or give --language.");
    }
    return new SubtitleInput(file, tag, name.role());
  }

  private Path footageOf(Path file, SubtitleName name) throws UsageException {
    if (footage.size() == 1) {
      return footage.get(0);
    }
    List<Path> films = footage.stream().filter(film -> stem(film).equals(name.stem())).toList();
    if (films.size() == 1) {
      return films.get(0);
    }
    if (films.size() > 1 && films.stream().distinct().count() == 1) {
      throw new UsageException(films.get(0) + " is given twice; with subtitles give it once.");
    }
    throw new UsageException(
        films.isEmpty()
            ? file
                + ": there is no film “"
                + name.stem()
                + "” for these subtitles; name the file"
                + " like the film, a dot and the language."
            : file + ": several films are named “" + name.stem() + "”; produce them one by one.");
  }

  private static String stem(Path film) {
    String name = film.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static void refuseDoubles(List<SubtitleInput> inputs) throws UsageException {
    Set<String> seen = new HashSet<>();
    for (SubtitleInput input : inputs) {
      if (!seen.add(input.trackName())) {
        throw new UsageException(
            input.file()
                + ": there are already "
                + input.role().word()
                + " in "
                + input.language()
                + " for this film; give one file a language and role.");
      }
    }
  }
}
