package org.capsula.server.viewer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.Folding;
import org.capsula.server.asset.Assets;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Request;
import org.capsula.server.language.Formats;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.language.Themes;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/** What every template needs: the words and formats of its language, and addresses. */
public final class Frame {
  private final LanguageChoice choice;
  private final Assets assets;
  private final String kept;
  private final Messages messages;
  private final Formats formats;
  private final Caller caller;
  private final boolean served;

  /** By tags: most cards of a page have the same languages. */
  private final Map<List<String>, String> languageNames = new HashMap<>();

  /**
   * For a page that only some see.
   *
   * @param kept what the address of this page holds beside its language: {@code after=…&}, or
   *     nothing
   */
  public static Frame signedIn(Request request, Assets assets, String kept) {
    return new Frame(Language.of(request), assets, kept, request.caller(), true);
  }

  /**
   * @param kept what the address of this page holds beside its language: {@code after=…&}, or
   *     nothing
   * @param served whether a server answers what the page leads to
   */
  Frame(LanguageChoice choice, Assets assets, String kept, boolean served) {
    this(choice, assets, kept, Caller.NOBODY, served);
  }

  private Frame(LanguageChoice choice, Assets assets, String kept, Caller caller, boolean served) {
    this.caller = caller;
    this.served = served;
    this.kept = kept;
    this.choice = choice;
    this.assets = assets;
    this.messages = Messages.of(choice.language());
    this.formats = Formats.of(choice.language());
  }

  /** Who looks at the page; nobody in particular on those that everybody sees. */
  public Caller caller() {
    return caller;
  }

  /** Whether there is a server; a page that is kept as a file leaves out what needs one. */
  public boolean isServed() {
    return served;
  }

  public PageLanguage language() {
    return choice.language();
  }

  public List<PageLanguage> languages() {
    return List.of(PageLanguage.values());
  }

  public Formats formats() {
    return formats;
  }

  /** The words of the page's language. */
  public String say(String key, Object... values) {
    return messages.text(key, values);
  }

  /** The words for this many, where {0} is the number. */
  public String count(String key, long count) {
    return messages.count(key, count);
  }

  /** The words under a key that need not exist, else the other ones. */
  public String sayOr(String key, String otherwise) {
    return messages.find(key).orElse(otherwise);
  }

  /** The address of this page, in another language. */
  public String inLanguage(PageLanguage other) {
    return "?" + kept + "lang=" + other.tag();
  }

  /** The address of another page, in the same language. */
  public String link(String address) {
    return choice.link(address);
  }

  /** The language that the address asked for, to be handed on by a form; null where none was. */
  public @Nullable String handedOn() {
    return choice.asked() ? language().tag() : null;
  }

  public String asset(String name) {
    return assets.address(name);
  }

  /** The languages as a sentence lists them: the page's own first. */
  public String languageNames(List<String> tags) {
    return languageNames.computeIfAbsent(
        tags,
        all ->
            inOwnOrder(all).stream().map(formats::languageName).collect(Collectors.joining(", ")));
  }

  /** The page's own first. */
  public List<String> inOwnOrder(List<String> tags) {
    return tags.stream().sorted(Comparator.comparingInt(this::rank)).toList();
  }

  /** What is read beside the picture first; in the order of languages, the page's own first. */
  public List<SubtitleFile> inOrder(List<SubtitleFile> files) {
    return files.stream()
        .sorted(
            Comparator.comparing((SubtitleFile file) -> !file.isShown())
                .thenComparingInt(file -> rank(file.language())))
        .toList();
  }

  /** Subtitles of the plain kind need no word. */
  public boolean hasWordsFor(Role role) {
    return role != Role.SUBTITLES;
  }

  /** A theme that the vocabulary knows, in the page's language; others as they were written. */
  public Text theme(Text theme) {
    return Themes.key(theme.words())
        .flatMap(messages::find)
        .map(words -> new Text(words, language().tag()))
        .orElse(theme);
  }

  /** What a document is for; a kind that has no words of ours is shown as its author wrote it. */
  public String documentKind(String kind) {
    return knownKind(kind).orElse(kind);
  }

  /** What a document is called: its title, else what it is for, else its file name. */
  public Text documentTitle(Document document) {
    return Optional.ofNullable(document.title())
        .or(
            () ->
                Optional.ofNullable(document.kind())
                    .flatMap(this::knownKind)
                    .map(words -> new Text(words, language().tag())))
        .orElseGet(() -> new Text(document.fileName(), null));
  }

  /** What stands beside the title of a document, and is not said by it. */
  public String documentFacts(Document document) {
    String title = documentTitle(document).words();
    String kind = document.kind();
    boolean named = title.equals(document.fileName());
    return Stream.of(
            kind == null ? "" : documentKind(kind),
            document.title() == null && !named ? document.fileName() : document.format(),
            formats.size(document.bytes()))
        .filter(fact -> !fact.isEmpty() && !fact.equals(title))
        .collect(Collectors.joining(", "));
  }

  private Optional<String> knownKind(String kind) {
    String known =
        switch (Folding.fold(kind)) {
          case "fiche", "fiche-outil" -> "tool-sheet";
          case "transcription" -> "transcript";
          case "exercice" -> "exercise";
          default -> kind;
        };
    return messages.find("document." + known);
  }

  private int rank(String tag) {
    return PageLanguage.ofTag(tag)
        .map(each -> each == language() ? -1 : languages().indexOf(each))
        .orElse(Integer.MAX_VALUE);
  }
}
