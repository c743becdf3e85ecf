package org.capsula.server.viewer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.server.asset.Assets;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.PageLanguage;

/**
 * Serves the sample pages, to look at them while they are designed. Arguments: a port, and a folder
 * into which {@code produce} wrote films named as in {@link Samples}.
 */
final class Gallery {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
  private static final Map<String, String> TYPES =
      Map.of(
          "jpg", "image/jpeg",
          "vtt", "text/vtt",
          "mp4", "video/mp4",
          "m3u8", "application/vnd.apple.mpegurl");

  private final Assets assets = Assets.load();
  private final Pages pages = new Pages(assets);
  private final Path films;

  private Gallery(Path films) {
    this.films = films;
  }

  public static void main(String[] arguments) throws IOException {
    Gallery gallery = new Gallery(Path.of(arguments[1]));
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])),
            0);
    server.createContext("/", gallery::page);
    server.createContext("/assets/", gallery::asset);
    server.createContext("/media/", gallery::media);
    server.start();
  }

  private void page(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String lang = query == null ? null : query.replaceFirst("^.*lang=", "");
    LanguageChoice language =
        LanguageChoice.of(lang, exchange.getRequestHeaders().getFirst("Accept-Language"));
    String html = html(exchange.getRequestURI().getPath(), language);
    send(exchange, 200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  private String html(String path, LanguageChoice choice) {
    PageLanguage language = choice.language();
    return switch (path) {
      case "/" -> pages.catalogue(choice, Samples.catalogue(language));
      case "/loose" -> pages.catalogue(choice, Samples.loose(language));
      case "/empty" -> pages.catalogue(choice, new CatalogueView(List.of(), null));
      case "/c/formulaire" -> pages.capsule(choice, Samples.capsule(language), Samples.SHARING);
      case "/c/plateforme" -> pages.capsule(choice, Samples.portrait(), Samples.SHARING);
      case "/500" -> pages.error(choice, new ErrorView(500));
      default -> pages.error(choice, new ErrorView(404));
    };
  }

  private void asset(HttpExchange exchange) throws IOException {
    String[] parts = exchange.getRequestURI().getPath().split("/", 4);
    assets
        .find(parts[2], parts[3])
        .ifPresentOrElse(
            asset -> send(exchange, 200, asset.mediaType(), asset.bytes()),
            () -> send(exchange, 404, "text/plain", new byte[0]));
  }

  private void media(HttpExchange exchange) throws IOException {
    Path file = films.resolve(exchange.getRequestURI().getPath().substring("/media/".length()));
    String name = file.toString();
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    if (!Files.isRegularFile(file)) {
      send(exchange, 404, type, new byte[0]);
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    String asked = exchange.getRequestHeaders().getFirst("Range");
    Matcher range = RANGE.matcher(asked == null ? "" : asked);
    if (!range.matches()) {
      send(exchange, 200, type, bytes);
      return;
    }
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2).isEmpty() ? bytes.length - 1 : Integer.parseInt(range.group(2));
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.length));
    send(exchange, 206, type, Arrays.copyOfRange(bytes, from, to + 1));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes) {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
