package org.capsula.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.upload.Checksum;
import org.capsula.pipeline.upload.NewUpload;
import org.capsula.pipeline.upload.Piece;
import org.capsula.pipeline.upload.Refusal;
import org.capsula.pipeline.upload.Upload;
import org.capsula.pipeline.upload.UploadRefusedException;
import org.capsula.pipeline.upload.Uploads;
import org.capsula.server.http.Access;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Method;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.capsula.server.http.semantics.HttpDate;
import org.jspecify.annotations.Nullable;

/**
 * {@code /uploads}: tus 1.0.0 (tus.io/protocols/resumable-upload) with creation,
 * creation-with-upload, checksum, termination and expiration.
 */
public final class TusUploads {
  private static final String VERSION = "1.0.0";
  private static final String EXTENSIONS =
      "creation,creation-with-upload,checksum,termination,expiration";

  /**
   * Read of a piece that is refused, so that a browser comes to read why: more than our page sends.
   */
  private static final int MOST_UNREAD = 24 * 1024 * 1024;

  private final Uploads uploads;
  private final OwnUploads own;

  public TusUploads(Uploads uploads) {
    this.uploads = uploads;
    own = new OwnUploads(uploads.register());
  }

  /** All of them. */
  public List<Route> routes() {
    return List.of(
        Route.of(Method.OPTIONS, "/uploads", Access.MEDIA, this::options),
        Route.post("/uploads", Access.MEDIA, this::create),
        Route.of(Method.OPTIONS, "/uploads/{id}", Access.MEDIA, this::options),
        Route.of(Method.HEAD, "/uploads/{id}", Access.MEDIA, this::head),
        Route.post("/uploads/{id}", Access.MEDIA, this::overridden),
        Route.of(Method.PATCH, "/uploads/{id}", Access.MEDIA, this::patch),
        Route.of(Method.DELETE, "/uploads/{id}", Access.MEDIA, this::delete));
  }

  /** What this server can do; asked without a version. */
  private Response options(Request request) {
    return Response.noContent()
        .header("Tus-Resumable", VERSION)
        .header("Tus-Version", VERSION)
        .header("Tus-Extension", EXTENSIONS)
        .header("Tus-Max-Size", Long.toString(uploads.register().settings().largest()))
        .header("Tus-Checksum-Algorithm", Checksum.NAMES);
  }

  /** POST to {@code /uploads}: begins one, and takes its first piece where there is one. */
  private Response create(Request request) throws IOException {
    return spoken(request, this::begin);
  }

  private Response begin(Request request) throws UploadRefusedException, IOException {
    long length = TusFields.length(request);
    UploadMetadata metadata = TusFields.metadata(request);
    boolean bringsBytes = TusFields.isPiece(request);
    Optional<Checksum> checksum = TusFields.checksum(request);
    Upload upload =
        uploads
            .register()
            .create(
                new NewUpload(
                    request.caller().account(),
                    metadata.fileName(),
                    length,
                    metadata.fingerprint().orElse(null),
                    metadata.field().isEmpty() ? null : metadata.field(),
                    metadata.replaces().orElse(null)));
    if (bringsBytes && length > 0) {
      upload = firstPiece(upload, request, checksum.orElse(null));
    }
    return expiring(Response.noContent().status(201), upload)
        .header("Location", "/uploads/" + upload.id())
        .header("Upload-Offset", Long.toString(upload.received()));
  }

  private Upload firstPiece(Upload upload, Request request, @Nullable Checksum checksum)
      throws UploadRefusedException, IOException {
    try {
      return append(upload, 0, request, checksum);
    } catch (UploadRefusedException e) {
      // Its address is told with a success alone: nobody could go on with it.
      uploads.register().end(upload.id());
      if (e.refusal() == Refusal.NO_SPACE) {
        throw new ProblemException(
            Problem.NO_SPACE,
            "The library's disk is full and nothing was kept; begin anew when there is space.");
      }
      throw e;
    }
  }

  /** HEAD: how far it is. */
  private Response head(Request request) throws IOException {
    return spoken(
        request,
        asked -> {
          Upload upload = own.find(asked.variable("id"), asked.caller());
          Response response =
              expiring(Response.text(MediaType.JSON, ""), upload)
                  .header("Upload-Offset", Long.toString(upload.received()))
                  .header("Upload-Length", Long.toString(upload.bytes()));
          String metadata = upload.metadata();
          return metadata == null ? response : response.header("Upload-Metadata", metadata);
        });
  }

  /**
   * POST: of a client that cannot send the method it means (tus 1.0.0, X-HTTP-Method-Override). It
   * means one that asks for the same access, and changes as much.
   */
  private Response overridden(Request request) throws IOException {
    return switch (request.header("X-HTTP-Method-Override").orElse("")) {
      case "PATCH" -> patch(request);
      case "DELETE" -> delete(request);
      default ->
          refusal(
              new ProblemException(
                  Problem.INVALID,
                  "POST here has to say PATCH or DELETE in X-HTTP-Method-Override."),
              request);
    };
  }

  /** PATCH: one piece. */
  private Response patch(Request request) throws IOException {
    return spoken(
        request,
        asked -> {
          TusFields.requirePiece(asked);
          long offset = TusFields.offset(asked);
          Optional<Checksum> checksum = TusFields.checksum(asked);
          Upload upload = own.find(asked.variable("id"), asked.caller());
          Upload after = append(upload, offset, asked, checksum.orElse(null));
          return expiring(Response.noContent(), after)
              .header("Upload-Offset", Long.toString(after.received()));
        });
  }

  private Upload append(Upload upload, long offset, Request request, @Nullable Checksum checksum)
      throws UploadRefusedException, IOException {
    OptionalLong length = TusFields.bytesOfContent(request);
    InputStream bytes = request.content().open();
    return uploads.appender().append(upload.id(), new Piece(offset, length, checksum, bytes));
  }

  /** DELETE: gives it up. */
  private Response delete(Request request) throws IOException {
    return spoken(
        request,
        asked -> {
          Upload upload = own.findToEnd(asked.variable("id"), asked.caller());
          uploads.register().end(upload.id());
          return Response.noContent();
        });
  }

  private Response expiring(Response response, Upload upload) {
    return uploads
        .register()
        .expiry(upload)
        .map(end -> response.header("Upload-Expires", HttpDate.format(end)))
        .orElse(response);
  }

  /** Every answer says which version it speaks, and a request has to. */
  private static Response spoken(Request request, Asking asking) throws IOException {
    if (request.header("Tus-Resumable").filter(VERSION::equals).isEmpty()) {
      return refusal(new ProblemException(Problem.TUS_VERSION_UNKNOWN), request)
          .header("Tus-Version", VERSION);
    }
    try {
      return asking.answer(request).header("Tus-Resumable", VERSION);
    } catch (UploadRefusedException e) {
      return refusal(Refusals.problem(e), request);
    } catch (ProblemException e) {
      return refusal(e, request);
    }
  }

  private static Response refusal(ProblemException refused, Request request) {
    readRest(request);
    Problem problem = refused.problem();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "/problems/" + problem.code());
    document.put("title", problem.sentence());
    document.put("status", problem.status());
    document.put("detail", refused.detail());
    return Response.text(MediaType.PROBLEM, Json.compact(document))
        .status(problem.status())
        .header("Tus-Resumable", VERSION);
  }

  /** A browser that is still sending does not read an answer; it sees a broken connection. */
  private static void readRest(Request request) {
    if (request.header("Expect").isPresent()) {
      return;
    }
    try (InputStream rest = request.content().open()) {
      byte[] buffer = new byte[64 * 1024];
      int left = MOST_UNREAD;
      int read = 0;
      while (left > 0 && read >= 0) {
        read = rest.read(buffer);
        left -= read;
      }
    } catch (IOException e) {
      // It is gone, and reads no answer either.
    }
  }

  private interface Asking {
    Response answer(Request request) throws UploadRefusedException, IOException;
  }
}
