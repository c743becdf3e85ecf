package org.capsula.server.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.capsula.pipeline.inventory.Watcher;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.Response;
import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server's own routes for what it would serve, from the catalogue on, and keeps each
 * answer as a file. Pages stand in a folder for each language; everything else stands where the
 * server has it. Every link leads to the file of what it led to, so no link is dead.
 */
final class StaticSite {
  /** By the pattern of the route: these are made in each language. */
  private static final Set<String> PAGES = Set.of("/", "/c/{slug}");

  private static final String DOCUMENT = "/c/{slug}/documents/{hash}";
  private static final String FRONT = "index.html";

  private final OwnRoutes routes;
  private final ExportFolder folder;
  private final @Nullable URI base;
  private final Deque<Page> waiting = new ArrayDeque<>();
  private final Set<String> pages = new TreeSet<>();
  private final Map<String, String> files = new HashMap<>();

  /**
   * @param routes those of the viewer
   * @param base where the site will stand, with a slash at its end; null where nobody said
   */
  StaticSite(OwnRoutes routes, ExportFolder folder, @Nullable URI base) {
    this.routes = routes;
    this.folder = folder;
    this.base = base;
  }

  private record Page(String file, Link link) {}

  /**
   * @param entrance leads to the catalogue in each language
   * @param extra addresses of files that no page leads to
   */
  void export(String entrance, List<String> extra, Watcher watcher) throws IOException {
    try {
      write(FRONT, rewritten(entrance, FRONT, Link.of("/", Map.of())));
      extra.forEach(address -> place(Link.of(address, Map.of()), ""));
      for (int done = 0; !waiting.isEmpty(); done++) {
        watcher.at("pages", done, done + waiting.size());
        Page page = waiting.remove();
        String html =
            new String(OwnRoutes.bytes(routes.answer(page.link())), StandardCharsets.UTF_8);
        write(page.file(), rewritten(html, page.file(), page.link()));
        if (page.link().path().startsWith("/c/")) {
          // Other players begin there; our pages do not.
          place(Link.of(page.link().path() + "/manifest.mpd", Map.of()), "");
        }
      }
      siteMap();
      folder.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(String file, String text) throws IOException {
    folder.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private String rewritten(String html, String file, Link from) {
    String language = from.query().getOrDefault("lang", PageLanguage.ENGLISH.tag());
    return PageLinks.rewrite(
        html,
        reference ->
            Link.of(reference, from.path())
                .map(link -> written(reference, file, place(link, language), link))
                .orElse(reference));
  }

  /** An absolute address stays one where it is known what stands before it. */
  private String written(String reference, String from, String to, Link link) {
    if (base != null && reference.startsWith("http")) {
      return base.resolve(to) + link.fragment();
    }
    return relative(from, to) + link.fragment();
  }

  static String relative(String from, String to) {
    Path parent = Path.of("/" + from).getParent();
    return String.valueOf(parent == null ? to : parent.relativize(Path.of("/" + to)))
        .replace('\\', '/');
  }

  /** The file of what stands there; a page is made later, anything else at once. */
  private String place(Link link, String language) {
    String pattern = routes.pattern(link);
    if (!PAGES.contains(pattern)) {
      try {
        return file(link, pattern);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    SortedMap<String, String> query = new TreeMap<>(link.query());
    query.putIfAbsent("lang", language);
    String path = link.path().equals("/") ? "/index" : link.path();
    String file = query.get("lang") + path + link.suffix() + ".html";
    if (pages.add(file)) {
      waiting.add(new Page(file, new Link(link.path(), query, "")));
    }
    return file;
  }

  private String file(Link link, String pattern) throws IOException {
    String address = link.path() + link.suffix();
    String known = files.get(address);
    if (known != null) {
      return known;
    }
    Response response = routes.answer(link);
    String file = address.substring(1) + (pattern.equals(DOCUMENT) ? ending(response) : "");
    files.put(address, file);
    if (FileLinks.mayHave(file)) {
      String text = new String(OwnRoutes.bytes(response), StandardCharsets.UTF_8);
      write(file, FileLinks.rewrite(file, text, found -> followed(found, file, link)));
    } else if (response.body() instanceof FileRegion region && response.tag() != null) {
      folder.write(file, region, response.tag().opaque());
    } else {
      folder.write(file, OwnRoutes.bytes(response));
    }
    return file;
  }

  private String followed(String reference, String file, Link from) {
    Optional<Link> link = Link.of(reference, from.path());
    return link.map(there -> relative(file, place(there, ""))).orElse(reference);
  }

  /** Servers tell the type of a file by its ending. */
  private static String ending(Response response) {
    String name = response.headers().getOrDefault("Content-Disposition", "");
    return name.replaceFirst("(?s).*filename=\"[^\"]*?(\\.[A-Za-z0-9]{1,8})?\".*", "$1");
  }

  /** sitemaps.org, 0.9; it needs whole addresses. */
  private void siteMap() throws IOException {
    URI start = base;
    if (start != null) {
      StringBuilder xml =
          new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
              .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
      pages.forEach(
          page ->
              xml.append("<url><loc>")
                  .append(start.resolve(page).toString().replace("&", "&amp;"))
                  .append("</loc></url>\n"));
      write("sitemap.xml", xml.append("</urlset>\n").toString());
    }
  }
}
