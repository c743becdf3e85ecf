package org.capsula.server.upload;

import java.util.Optional;
import java.util.OptionalLong;
import org.capsula.pipeline.upload.Checksum;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;

/** What the fields of a request of tus 1.0.0 say. */
final class TusFields {
  private static final String PIECE = "application/offset+octet-stream";

  private TusFields() {}

  /** Bytes of a new upload. */
  static long length(Request request) {
    String field = request.header("Upload-Length").orElse("");
    if (field.matches("\\d{19,}")) {
      throw new ProblemException(Problem.TOO_LARGE, "No disk has so many bytes.");
    }
    return number(request, "Upload-Length")
        .orElseThrow(() -> invalid("Upload-Length has to say how many bytes the file has."));
  }

  static UploadMetadata metadata(Request request) {
    Optional<String> field = request.header("Upload-Metadata").filter(given -> !given.isBlank());
    return field.isEmpty()
        ? UploadMetadata.NONE
        : field
            .flatMap(UploadMetadata::of)
            .orElseThrow(() -> invalid("Upload-Metadata has to be pairs of a key and Base64."));
  }

  static boolean isPiece(Request request) {
    return request.header("Content-Type").filter(PIECE::equals).isPresent();
  }

  static void requirePiece(Request request) {
    if (!isPiece(request)) {
      throw new ProblemException(
          Problem.MEDIA_TYPE_UNKNOWN, "A piece of an upload has the type " + PIECE + ".");
    }
  }

  /** Where a piece begins. */
  static long offset(Request request) {
    return number(request, "Upload-Offset")
        .orElseThrow(() -> invalid("Upload-Offset has to say where the piece begins."));
  }

  /** Empty where it was not told. */
  static OptionalLong bytesOfContent(Request request) {
    return number(request, "Content-Length").stream().mapToLong(Long::longValue).findFirst();
  }

  static Optional<Checksum> checksum(Request request) {
    Optional<String> field = request.header("Upload-Checksum");
    Optional<Checksum> read = field.flatMap(Checksum::of);
    if (field.isPresent() && read.isEmpty()) {
      throw invalid("Upload-Checksum has to be one of " + Checksum.NAMES + ", and Base64.");
    }
    return read;
  }

  private static Optional<Long> number(Request request, String field) {
    // Eighteen digits are more bytes than any disk has, and fit a long.
    return request.header(field).filter(value -> value.matches("\\d{1,18}")).map(Long::parseLong);
  }

  private static ProblemException invalid(String sentence) {
    return new ProblemException(Problem.INVALID, sentence);
  }
}
