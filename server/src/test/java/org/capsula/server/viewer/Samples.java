package org.capsula.server.viewer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.capsula.server.language.PageLanguage;
import org.capsula.subtitles.Role;

/** Three capsules on digital mediation, written in French; the first one is in Greek as well. */
final class Samples {
  static final List<String> LANGUAGES = List.of("fr", "el", "ro", "de", "lb", "en");

  private static final Map<String, String> FORM_TITLES =
      Map.of(
          "fr", "Le formulaire en ligne",
          "el", "Η ηλεκτρονική αίτηση");

  private static final Map<String, String> FORM_SUMMARIES =
      Map.of(
          "fr",
          "Madame Petit doit demander une allocation sur un site qu’elle ne comprend pas. Remplir à"
              + " sa place, ou apprendre avec elle ?",
          "el",
          "Η κυρία Πετί πρέπει να ζητήσει ένα επίδομα από έναν ιστότοπο που δεν καταλαβαίνει. Να"
              + " συμπληρώσουμε την αίτηση στη θέση της ή να μάθουμε μαζί της;");

  /** Opened, with no end in sight. */
  static final Sharing SHARING =
      new Sharing(
          "https://capsula.example", Instant.parse("2026-12-01T08:00:00Z"), null, true, true, null);

  private Samples() {}

  static CatalogueView catalogue(PageLanguage language) {
    return new CatalogueView(
        List.of(form(language), platform(), password()), "/?after=password&limit=3");
  }

  static CatalogueView loose(PageLanguage language) {
    return new CatalogueView(
        Stream.of(form(language), platform(), password())
            .map(
                card ->
                    new CapsuleCard(
                        card.slug(),
                        card.title(),
                        card.summary(),
                        card.length(),
                        card.subtitles(),
                        null,
                        null,
                        card.situation(),
                        card.poster(),
                        Found.NONE))
            .toList(),
        null);
  }

  static CapsuleCard form(PageLanguage language) {
    return new CapsuleCard(
        "formulaire",
        in(language, FORM_TITLES),
        in(language, FORM_SUMMARIES),
        Duration.ofSeconds(245),
        LANGUAGES,
        french("La médiation numérique au quotidien"),
        1,
        new Situation(
            null, null, "BE", List.of(french("accès aux droits"), french("illettrisme numérique"))),
        new Picture("/media/sintel-trailer-720p/poster.jpg", 640, 360),
        Found.NONE);
  }

  static CapsuleCard platform() {
    return new CapsuleCard(
        "plateforme",
        french("La plateforme de l’école"),
        french(
            "Une mère n’arrive pas à se connecter à la plateforme où l’école met les devoirs et les"
                + " absences. Le lien se perd, l’assistante sociale cherche à le renouer."),
        Duration.ofSeconds(372),
        List.of("fr", "el", "lb"),
        french("La médiation numérique au quotidien"),
        2,
        new Situation(null, null, "LU", List.of(french("école et famille"))),
        new Picture("/media/hdr10-av1-portrait/poster.jpg", 360, 640),
        Found.NONE);
  }

  static CapsuleCard password() {
    return new CapsuleCard(
        "mot-de-passe",
        french("« Vous pouvez le faire pour moi ? » Le mot de passe confié"),
        french("Un client tend son téléphone et son mot de passe. Jusqu’où aller ?"),
        Duration.ofSeconds(64),
        List.of("ro", "fr"),
        null,
        null,
        new Situation(null, null, "RO", List.of(french("secret professionnel"))),
        null,
        Found.NONE);
  }

  static CapsuleView capsule(PageLanguage language) {
    CapsuleCard card = form(language);
    return view(
        card,
        new Film(
            "/media/sintel-trailer-720p/multivariant.m3u8",
            new Picture("/media/sintel-trailer-720p/poster.jpg", 640, 360),
            "/media/sintel-trailer-720p/storyboard.vtt",
            "/media/sintel-trailer-720p/download.mp4",
            360,
            12_345_678,
            List.of(new Quality(1080, 31_415_926), new Quality(360, 2_718_281))));
  }

  static CapsuleView portrait() {
    return view(
        platform(),
        new Film(
            "/media/hdr10-av1-portrait/multivariant.m3u8",
            new Picture("/media/hdr10-av1-portrait/poster.jpg", 360, 640),
            "/media/hdr10-av1-portrait/storyboard.vtt",
            "/media/hdr10-av1-portrait/download.mp4",
            360,
            987_654,
            List.of(new Quality(360, 987_654))));
  }

  /** A capsule of sound alone with nothing that can be left out. */
  static CapsuleView bare() {
    return new CapsuleView(
        "voix",
        french("Une voix"),
        null,
        null,
        Duration.ofSeconds(4),
        new Film(
            "/c/voix/multivariant.m3u8",
            new Picture("/p.jpg", 640, 360),
            null,
            "/d",
            0,
            7,
            List.of()),
        List.of(),
        List.of(),
        null,
        null,
        List.of());
  }

  private static CapsuleView view(CapsuleCard card, Film film) {
    return new CapsuleView(
        card.slug(),
        card.title(),
        card.summary(),
        card.collection(),
        card.length(),
        film,
        Stream.concat(
                card.subtitles().stream().map(tag -> subtitles(tag, Role.SUBTITLES)),
                Stream.of(subtitles("fr", Role.CAPTIONS)))
            .toList(),
        List.of(
            new Chapter(Duration.ZERO, french("Arrivée")),
            new Chapter(Duration.ofMillis(6700), french("Le signalement")),
            new Chapter(Duration.ofMillis(11_100), french("L’entretien")),
            new Chapter(Duration.ofMillis(32_300), french("Le plan : trois étapes, une date"))),
        situation(card),
        french("Image : Ana Popescu\n\nMerci à https://example.org"),
        List.of(
            new Document(
                french("Aider sans faire à la place"),
                "tool-sheet",
                "/media/sintel-trailer-720p/fiche.pdf",
                "aider-sans-faire.pdf",
                184_000),
            new Document(
                new Text("Guide de la médiation numérique", "fr"),
                "guide",
                "/media/sintel-trailer-720p/guide.odt",
                "guide.odt",
                2_345_000)));
  }

  private static Situation situation(CapsuleCard card) {
    Situation brief = card.situation();
    return new Situation(
        french("Une demande d’allocation, un mardi matin"),
        french(
            """
            Madame Petit, 61 ans, vient de perdre son emploi de nettoyeuse. Pour l’allocation, on lui \
            dit que « tout se fait en ligne ». Elle a un téléphone, une adresse que sa nièce a créée, \
            et une enveloppe pleine de codes.

            À la permanence, Claire, assistante sociale, a vingt minutes. Remplir le formulaire à sa \
            place irait vite. Mais la déclaration engage madame Petit, et il faudra recommencer tous \
            les trois mois.

            La capsule s’arrête au moment où Claire pose ses mains loin du clavier. Que dit-elle ?\
            """),
        brief == null ? null : brief.country(),
        brief == null ? List.of() : brief.themes());
  }

  private static SubtitleFile subtitles(String tag, Role role) {
    String name = role == Role.SUBTITLES ? tag : tag + "." + role.word().toLowerCase(Locale.ROOT);
    return new SubtitleFile(
        tag, role, "/media/sintel-trailer-720p/subtitles/" + name + ".vtt", 9_800);
  }

  private static Text in(PageLanguage language, Map<String, String> words) {
    String tag = words.containsKey(language.tag()) ? language.tag() : "fr";
    return new Text(words.getOrDefault(tag, ""), tag);
  }

  private static Text french(String words) {
    return new Text(words, "fr");
  }
}
