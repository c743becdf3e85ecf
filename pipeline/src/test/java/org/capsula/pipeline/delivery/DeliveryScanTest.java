package org.capsula.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.capsula.pipeline.delivery.Delivery.DocumentInput;
import org.capsula.pipeline.intake.SubtitleInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryScanTest {
  @TempDir private Path folder;

  private Path put(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private void putAll(String... names) throws IOException {
    for (String name : names) {
      put(name);
    }
  }

  private DeliveryScan scan() throws IOException {
    return DeliveryScan.of(folder);
  }

  private Delivery only() throws IOException {
    DeliveryScan scan = scan();
    assertThat(scan.strays()).isEmpty();
    assertThat(scan.deliveries()).hasSize(1);
    return scan.deliveries().get(0);
  }

  private List<String> strays() throws IOException {
    return scan().strays().stream().map(DeliveryScan.Stray::sentence).toList();
  }

  @Test
  void scan_filmWithAllKindsOfSidecars_givesEachItsPlace() throws IOException {
    putAll("film.mov", "film.gre.srt", "film.fr.captions.vtt", "film.ro.chapters.vtt");
    putAll("film.fiche.pdf", "film.pdf", "film.yaml");

    Delivery delivery = only();

    assertThat(delivery.subtitles())
        .extracting(SubtitleInput::trackName)
        .containsExactlyInAnyOrder("el", "fr.captions", "ro.chapters");
    assertThat(delivery.documents())
        .extracting(DocumentInput::kind)
        .containsExactly("fiche", "document");
    assertThat(delivery.sheet()).isEqualTo(folder.resolve("film.yaml"));
    assertThat(delivery.files()).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Μητέρα στο σχολείο",
        "récit nº 3 (fin), v1.2",
        "2026.11.23 prise",
        "a&b;c'd\"e",
        "%20",
        "🎬",
        "-film",
        "film.fr"
      })
  void scan_unusualStem_findsItsSidecars(String stem) throws IOException {
    putAll(stem + ".mp4", stem + ".el.srt", stem + ".guide.odt", stem + ".yml");

    Delivery delivery = only();

    assertThat(delivery.files()).hasSize(4);
    assertThat(delivery.stem()).isEqualTo(stem);
  }

  @Test
  void scan_upperCaseExtensions_areTheSame() throws IOException {
    putAll("CLIP.MOV", "CLIP.FR.VTT", "CLIP.EL.Srt", "CLIP.YAML", "CLIP.Guide.PDF");

    Delivery delivery = only();

    assertThat(delivery.subtitles()).extracting(SubtitleInput::language).contains("fr", "el");
    assertThat(delivery.sheet()).isNotNull();
    assertThat(delivery.documents()).hasSize(1);
  }

  @Test
  void scan_nameFromMacOs_matchesComposedSidecars() throws IOException {
    put(Normalizer.normalize("récit à vélo.mp4", Normalizer.Form.NFD));
    putAll("récit à vélo.fr.srt", "récit à vélo.yaml");

    Delivery delivery = only();

    assertThat(delivery.files()).hasSize(3);
    assertThat(delivery.footageName()).isEqualTo("récit à vélo.mp4");
  }

  @Test
  void scan_stemThatBeginsAnother_goesToTheLongest() throws IOException {
    putAll("film.mp4", "film.long.mp4", "film.fr.srt", "film.long.fr.srt", "film.long.yaml");

    List<Delivery> deliveries = scan().deliveries();

    assertThat(deliveries).hasSize(2);
    assertThat(deliveries.get(0).footageName()).isEqualTo("film.long.mp4");
    assertThat(deliveries.get(0).files()).hasSize(3);
    assertThat(deliveries.get(1).files()).hasSize(2);
  }

  @Test
  void scan_twoFilmsOfOneStem_keepBothAndSayTheSidecars() throws IOException {
    putAll("film.mp4", "film.mov", "film.fr.srt");

    assertThat(scan().deliveries()).hasSize(2);
    assertThat(strays()).singleElement().asString().contains("several films have this name");
  }

  @Test
  void scan_subFolders_pairWithinEach() throws IOException {
    putAll("a/film.mp4", "a/film.fr.srt", "b/film.mp4", "b/film.el.srt", "film.ro.srt");

    DeliveryScan scan = scan();

    assertThat(scan.deliveries()).extracting(d -> d.subtitles().size()).containsExactly(1, 1);
    assertThat(strays()).singleElement().asString().contains("film.ro.srt");
  }

  @Test
  void scan_folderNamedLikeAFilm_isAFolder() throws IOException {
    putAll("film.mp4/take.mov", "film.mp4/take.fr.srt");

    assertThat(only().footageName()).isEqualTo("take.mov");
  }

  @Test
  void scan_hiddenAndSystemFiles_arePassedOver() throws IOException {
    putAll("film.mp4", "._film.mp4", ".git/film.mp4", "Thumbs.db", "desktop.ini", "__MACOSX/a.mp4");

    assertThat(only().files()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "film.srt, its language is not in its name",
    "film.zz.srt, its language is not in its name",
    "other.fr.srt, belongs to no film here",
    "notes.txt, belongs to no film here",
    "film.fr.ass, hand them in as .srt or .vtt",
    "film.fr.yaml, stands in one file",
    "film.mp4.part, not copied to its end",
    "film.fre.vtt, already subtitles in fr",
    "film.yml, film.yaml is there too"
  })
  void scan_fileThatCannotBeGiven_isSaid(String name, String words) throws IOException {
    putAll("film.mp4", "film.fr.srt", "film.yaml", name);

    assertThat(scan().deliveries()).hasSize(1);
    assertThat(strays()).singleElement().asString().contains(name).contains(words).endsWith(".");
  }

  @Test
  void scan_links_areFollowedWithinTheFolderOnly() throws IOException {
    Path outside = Files.writeString(Files.createTempFile("outside", ".pdf"), "secret");
    put("film.mp4");
    Files.createSymbolicLink(folder.resolve("film.fr.srt"), put(".store/blob"));
    Files.createSymbolicLink(folder.resolve("film.guide.pdf"), outside);
    Files.createSymbolicLink(folder.resolve("film.old.pdf"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("self.mp4"), folder.resolve("self.mp4"));
    Files.createSymbolicLink(folder.resolve("etc"), Path.of("/etc"));

    DeliveryScan scan = scan();

    assertThat(scan.deliveries()).hasSize(1);
    assertThat(scan.deliveries().get(0).files()).hasSize(2);
    assertThat(scan.strays()).hasSize(5);
    Files.delete(outside);
  }

  @Test
  void scan_folderThatIsALink_isRead() throws IOException {
    putAll("real/film.mp4");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

    assertThat(DeliveryScan.of(link).deliveries()).hasSize(1);
  }

  @Test
  void scan_pipe_doesNotHang() throws Exception {
    put("film.mp4");
    Process made =
        new ProcessBuilder("mkfifo", folder.resolve("pipe.mp4").toString()).inheritIO().start();
    assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();

    assertThat(scan().deliveries()).hasSize(1);
    assertThat(strays()).singleElement().asString().contains("no file");
  }

  @Test
  void scan_libraryAndProducedFilmWithin_areNoFootage() throws IOException {
    putAll("film.mp4", "library/capsula.db", "library/files/3f/film.mp4");
    putAll("out/film/multivariant.m3u8", "out/film/download.mp4");

    assertThat(scan().deliveries()).extracting(Delivery::footageName).containsExactly("film.mp4");
    assertThat(strays()).hasSize(2);
  }

  @Test
  void scan_missingFolder_throws() {
    assertThatThrownBy(() -> DeliveryScan.of(folder.resolve("gone")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
