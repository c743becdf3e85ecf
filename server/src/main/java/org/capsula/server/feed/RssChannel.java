package org.capsula.server.feed;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.catalogue.CapsuleViews;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.Film;

/**
 * Capsules as RSS 2.0.
 *
 * @param language in which it speaks
 * @param query of its own address, with the question mark; empty for none
 */
record RssChannel(PageLanguage language, String origin, String query, List<Shown.Item> items) {
  static final String TYPE = "application/rss+xml";
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** RFC 822 as RSS wants it: with four digits of the year. */
  private static final DateTimeFormatter RFC_822 = DateTimeFormatter.RFC_1123_DATE_TIME;

  /**
   * @param ofCollection whether it carries the title of the collection that they all belong to
   */
  String xml(CapsuleViews views, boolean ofCollection) {
    Messages words = Messages.of(language);
    Xml xml = new Xml();
    xml.open("rss", new TreeMap<>(Map.of("version", "2.0", "xmlns:atom", ATOM)));
    xml.open("channel", Map.of());
    xml.element("title", ofCollection ? collection() : words.text("catalogue.head"));
    xml.element("link", origin + "/?lang=" + language.tag());
    xml.element("description", words.text("catalogue.intro"));
    xml.element("language", language.tag());
    xml.empty(
        "atom:link",
        new TreeMap<>(Map.of("href", origin + "/feed.xml" + query, "rel", "self", "type", TYPE)));
    for (Shown.Item item : items) {
      item(xml, item, views.film(item));
    }
    return xml.close("channel").close("rss").toString();
  }

  private String collection() {
    Shown.Item first = items.get(0);
    return "Capsula: " + words(first.collection(), first).orElse("");
  }

  private void item(Xml xml, Shown.Item item, Film film) {
    String address = origin + Addresses.page(item.viewing().slug());
    String title = words(item.texts().titles(), item).orElse(item.viewing().slug());
    xml.open("item", Map.of());
    xml.element("title", title);
    xml.element("link", address);
    xml.element("guid", address);
    xml.element("pubDate", RFC_822.format(item.viewing().opensAt().atOffset(ZoneOffset.UTC)));
    xml.element("description", words(item.texts().summaries(), item).orElse(title));
    xml.empty(
        "enclosure",
        new TreeMap<>(
            Map.of(
                "url",
                origin + film.download(),
                "length",
                Long.toString(film.downloadBytes()),
                "type",
                film.downloadHeight() > 0 ? "video/mp4" : "audio/mp4")));
    xml.close("item");
  }

  private Optional<String> words(Texts texts, Shown.Item item) {
    return texts.in(item.preferring(language.tag())).map(Text::value);
  }
}
