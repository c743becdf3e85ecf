package org.capsula.server.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capsula.server.http.semantics.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answers: a representation and what is known about it. Unless told otherwise
 * nobody may store it, so that forgetting to say costs speed and never a leak.
 *
 * @param tag null when the server shall name it by its content, which it does for bytes in memory
 * @param lastModified the content changed not twice in that second: dates are compared strongly too
 * @param headers fields that none of the others stand for
 * @param cookies fields Set-Cookie, the only ones that may come several times (RFC 6265 §3)
 */
public record Response(
    int status,
    String mediaType,
    Body body,
    @Nullable EntityTag tag,
    @Nullable Instant lastModified,
    Caching caching,
    Map<String, String> headers,
    List<String> cookies) {

  public Response {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  public static Response html(String page) {
    return text(MediaType.HTML, page);
  }

  public static Response json(String document) {
    return text(MediaType.JSON, document);
  }

  public static Response text(String mediaType, String content) {
    return bytes(mediaType, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param bytes not to be changed afterwards
   */
  public static Response bytes(String mediaType, byte[] bytes) {
    return new Response(
        200, mediaType, new InMemory(bytes), null, null, Caching.noStore(), Map.of(), List.of());
  }

  /**
   * @param tag without quotes; another one whenever a single byte of the region is another
   */
  public static Response file(String mediaType, FileRegion region, String tag) {
    return new Response(
        200,
        mediaType,
        region,
        EntityTag.strong(tag),
        null,
        Caching.noStore(),
        Map.of(),
        List.of());
  }

  /** Look there, this time. */
  public static Response redirect(String location) {
    return text("text/plain;charset=utf-8", "").status(302).header("Location", location);
  }

  /** It is done; the answer to it is there (RFC 9110 §15.4.4). */
  public static Response seeOther(String location) {
    return text("text/plain;charset=utf-8", "").status(303).header("Location", location);
  }

  /** It is done, and there is nothing to say. */
  public static Response noContent() {
    return text("text/plain;charset=utf-8", "").status(204);
  }

  /** The server words it: a page, or under {@code /api} a problem document. */
  public static Response error(int status) {
    return text("text/plain;charset=utf-8", "").status(status);
  }

  public Response status(int otherStatus) {
    return new Response(otherStatus, mediaType, body, tag, lastModified, caching, headers, cookies);
  }

  /**
   * @param opaque without quotes
   */
  public Response tag(String opaque) {
    EntityTag other = EntityTag.strong(opaque);
    return new Response(status, mediaType, body, other, lastModified, caching, headers, cookies);
  }

  public Response lastModified(Instant other) {
    return new Response(status, mediaType, body, tag, other, caching, headers, cookies);
  }

  public Response caching(Caching other) {
    return new Response(status, mediaType, body, tag, lastModified, other, headers, cookies);
  }

  /** Replaces what stood there under that name. */
  public Response header(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Response(status, mediaType, body, tag, lastModified, caching, more, cookies);
  }

  /** Beside those that it sets already. */
  public Response cookie(String setCookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(setCookie);
    return new Response(status, mediaType, body, tag, lastModified, caching, headers, more);
  }
}
