package org.capsula.server.viewer;

import java.util.List;
import org.capsula.server.asset.Assets;
import org.capsula.server.language.Formats;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.subtitles.Role;

/** What every template needs: the words and formats of its language, and addresses. */
public final class Frame {
  private final LanguageChoice choice;
  private final Assets assets;
  private final Messages messages;
  private final Formats formats;

  Frame(LanguageChoice choice, Assets assets) {
    this.choice = choice;
    this.assets = assets;
    this.messages = Messages.of(choice.language());
    this.formats = Formats.of(choice.language());
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

  /** The address of another page, in the same language. */
  public String link(String address) {
    return choice.link(address);
  }

  public String asset(String name) {
    return assets.address(name);
  }

  /** The languages as a sentence lists them. */
  public String languageNames(List<String> tags) {
    return String.join(", ", tags.stream().map(formats::languageName).toList());
  }

  /** Subtitles of the plain kind need no word. */
  public boolean hasWordsFor(Role role) {
    return role != Role.SUBTITLES;
  }

  /** What a document is for; a kind that has no words of ours is shown as its author wrote it. */
  public String documentKind(String kind) {
    return messages.find("document." + kind).orElse(kind);
  }
}
