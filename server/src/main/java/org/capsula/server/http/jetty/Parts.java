package org.capsula.server.http.jetty;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capsula.server.http.Body;
import org.capsula.server.http.InMemory;
import org.capsula.server.http.jetty.Reply.Slice;
import org.capsula.server.http.semantics.ByteRange;

/** 206: one stretch as itself, several as multipart/byteranges (RFC 9110 §15.3.7). */
final class Parts {
  private Parts() {}

  static Reply of(Representation chosen, Map<String, String> fields, List<ByteRange> ranges) {
    Body body = chosen.body();
    List<Slice> slices;
    if (ranges.size() == 1) {
      ByteRange only = ranges.get(0);
      slices = List.of(new Slice(body, only.first(), only.length()));
      fields.put("Content-Range", only.contentRange(body.length()));
    } else {
      // Random, so that nobody can upload a film that contains it.
      String boundary = UUID.randomUUID().toString();
      slices = framed(body, chosen.response().mediaType(), ranges, boundary);
      fields.put("Content-Type", "multipart/byteranges; boundary=" + boundary);
    }
    long length = slices.stream().mapToLong(Slice::length).sum();
    fields.put("Content-Length", Long.toString(length));
    return new Reply(206, fields, slices);
  }

  /** The frames of §14.6 between the stretches. */
  private static List<Slice> framed(
      Body body, String mediaType, List<ByteRange> ranges, String boundary) {
    List<Slice> slices = new ArrayList<>();
    String before = "--";
    for (ByteRange range : ranges) {
      String type = "\r\nContent-Type: " + mediaType;
      String place = "\r\nContent-Range: " + range.contentRange(body.length());
      slices.add(frame(before + boundary + type + place + "\r\n\r\n"));
      slices.add(new Slice(body, range.first(), range.length()));
      before = "\r\n--";
    }
    slices.add(frame(before + boundary + "--\r\n"));
    return slices;
  }

  private static Slice frame(String text) {
    return Slice.whole(new InMemory(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
