package org.capsula.server.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.capsula.pipeline.delivery.Delivery;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.library.Library;
import org.capsula.server.AtRest;
import org.capsula.server.SharedData;
import org.capsula.server.serve.Running;

/** Real films with all that may stand beside them, some of them for nobody's eyes. */
public final class PublishedLibrary {
  /** With a picture, subtitles in two languages, chapters and a document. */
  public static final String FILM = "film";

  /** Without a picture, and it closes one day. */
  public static final String SOUND = "sound";

  /** Nobody may see it. */
  public static final String DRAFT = "draft";

  public static final String CLOSES = "2999-01-01T00:00:00Z";

  private PublishedLibrary() {}

  /** Takes the films through the pipeline; nobody works on the library afterwards. */
  public static void make(Path library) throws IOException, InterruptedException {
    Path in = Files.createTempDirectory(library.toAbsolutePath().getParent(), "in");
    deliver(in);
    try (Running running = AtRest.over(Library.open(library), Clock.systemUTC())) {
      for (Delivery delivery : DeliveryScan.of(in).deliveries()) {
        boolean isDraft = delivery.footage().endsWith(DRAFT + ".mp4");
        assertThat(running.importer().take(delivery, !isDraft).sentences()).isEmpty();
      }
      running.queue().start();
      while (!running.queue().isIdle()) {
        Thread.sleep(20);
      }
    }
  }

  private static void deliver(Path in) throws IOException {
    Files.copy(SharedData.path("media/vfr-360p.mp4"), in.resolve("film.mp4"));
    Files.copy(SharedData.path("media/audio-only-speech-8khz.mp4"), in.resolve("sound.mp4"));
    Files.copy(SharedData.path("media/scene-change-mjpeg.mov"), in.resolve("draft.mp4"));
    write(
        in.resolve("film.yaml"),
        """
        title: {fr: "L’école & <le> \\"code\\"", el: "Το σχολείο"}
        summary: {fr: "Voir /studio ou ?lang=de."}
        situation: {title: {fr: "Au guichet"}, narrative: {fr: "Elle attend."}, themes: [logement], country: BE}
        collection: {title: {fr: "Démarches"}, order: 1}
        """);
    write(
        in.resolve("sound.yaml"),
        "release: {audience: public, opens: 2020-01-01T09:00, closes: 2999-01-01T00:00, zone: UTC}\n");
    String cues = "WEBVTT\n\n00:00.500 --> 00:04.000\n%s\n\n00:05.000 --> 00:12.000\n%s\n";
    write(in.resolve("film.fr.vtt"), cues.formatted("Où vas-tu ?", "À l’école."));
    write(in.resolve("film.el.vtt"), cues.formatted("Πού πας;", "Στο σχολείο."));
    write(in.resolve("film.fr.chapters.vtt"), cues.formatted("Le guichet", "La réponse"));
    write(in.resolve("film.guide.pdf"), "%PDF-1.4\n%%EOF\n");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
