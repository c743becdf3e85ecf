package org.capsula.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.capsula.subtitles.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubtitleMatchTest {
  private static final Path FILM = Path.of("in/film.mov");
  private static final Path OTHER = Path.of("in/other.one.mp4");

  @ParameterizedTest
  @CsvSource({
    "film.fr.srt, fr, SUBTITLES, fr",
    "film.el.vtt, el, SUBTITLES, el",
    "film.gre.vtt, el, SUBTITLES, el",
    "film.rum.captions.srt, ro, CAPTIONS, ro.captions",
    "film.pt-br.vtt, pt-BR, SUBTITLES, pt-BR",
    "el.vtt, el, SUBTITLES, el",
    "something.else.lb.descriptions.vtt, lb, DESCRIPTIONS, lb.descriptions",
    "fr.chapters.vtt, fr, CHAPTERS, fr.chapters"
  })
  void singleFilm_takesAnyTaggedFile(String name, String language, Role role, String track)
      throws UsageException {
    List<SubtitleInput> inputs = ofOneFilm(name);

    assertThat(inputs).hasSize(1);
    assertThat(inputs.get(0).language()).isEqualTo(language);
    assertThat(inputs.get(0).role()).isEqualTo(role);
    assertThat(inputs.get(0).trackName()).isEqualTo(track);
  }

  private static List<SubtitleInput> ofOneFilm(String... names) throws UsageException {
    List<Path> files = List.of(names).stream().map(Path::of).toList();
    return SubtitleMatch.match(List.of(FILM), files, null).getOrDefault(FILM, List.of());
  }

  @Test
  void severalFilms_filesGoByTheirStem() throws UsageException {
    Map<Path, List<SubtitleInput>> matched =
        SubtitleMatch.match(
            List.of(FILM, OTHER),
            List.of(Path.of("other.one.el.srt"), Path.of("film.fr.srt"), Path.of("film.el.srt")),
            null);

    assertThat(matched.get(FILM)).extracting(SubtitleInput::language).containsExactly("fr", "el");
    assertThat(matched.get(OTHER)).extracting(SubtitleInput::language).containsExactly("el");
  }

  @Test
  void oneUntaggedFile_takesTheGivenLanguage() throws UsageException {
    List<SubtitleInput> inputs =
        SubtitleMatch.match(List.of(FILM), List.of(Path.of("film.srt")), "ell")
            .getOrDefault(FILM, List.of());

    assertThat(inputs).extracting(SubtitleInput::language).containsExactly("el");
  }

  @Test
  void fileWithoutLanguage_isAskedBack() {
    assertThatThrownBy(() -> ofOneFilm("film.srt"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("film.srt")
        .hasMessageContaining("--language");
  }

  @Test
  void unknownLanguageInTheName_isNamed() {
    assertThatThrownBy(() -> ofOneFilm("film.zz.srt"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("“zz” is no language");
  }

  @Test
  void unknownLanguageOption_isNamed() {
    assertThatThrownBy(
            () -> SubtitleMatch.match(List.of(FILM), List.of(Path.of("film.srt")), "klingonish"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--language klingonish");
  }

  @Test
  void languageOption_withTwoUntaggedFiles_isRefused() {
    assertThatThrownBy(
            () ->
                SubtitleMatch.match(
                    List.of(FILM), List.of(Path.of("a.srt"), Path.of("b.srt")), "el"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("there are 2");
  }

  @Test
  void fileOfNoFilm_isNamed() {
    assertThatThrownBy(
            () -> SubtitleMatch.match(List.of(FILM, OTHER), List.of(Path.of("third.el.srt")), null))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("there is no film “third”");
  }

  @Test
  void twoFilesForOneTrack_areRefused() {
    assertThatThrownBy(() -> ofOneFilm("film.el.srt", "film.gre.vtt"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("already subtitles in el");
  }
}
