package org.capsula.server.editor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.editing.DocumentEdits;
import org.capsula.pipeline.editing.DocumentEdits.NewDocument;
import org.capsula.pipeline.editing.PosterEdits;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/capsules/{id}/poster} and {@code …/documents}. */
@Path("/studio/capsules")
@Produces(MediaType.APPLICATION_JSON)
public final class FilesResource {
  private final CapsuleResource capsules;
  private final PosterEdits posters;
  private final DocumentEdits documents;
  private final Storage storage;

  FilesResource(
      PosterEdits posters, DocumentEdits documents, Storage storage, CapsuleResource capsules) {
    this.capsules = capsules;
    this.posters = posters;
    this.documents = documents;
    this.storage = storage;
  }

  /**
   * @param seconds of the film that is shown
   */
  public record FrameJson(double seconds) {}

  /** A picture of one's own: JPEG or PNG. */
  @PUT
  @Path("{id}/poster")
  @Consumes(MediaType.WILDCARD)
  @Allowed(Access.MEDIA)
  @Summary("A picture of one’s own as the poster: JPEG or PNG.")
  @Answers(EditorState.class)
  public Response picture(
      @PathParam("id") String id, @Context HttpHeaders headers, InputStream bytes)
      throws IOException {
    return capsules.after(
        id, headers, () -> posters.ofPicture(id, bytes.readNBytes(PosterEdits.LARGEST + 1)));
  }

  /** A frame of the film. */
  @POST
  @Path("{id}/poster/frame")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Access.MEDIA)
  @Summary("A frame of the film as the poster.")
  @Answers(EditorState.class)
  public Response frame(@PathParam("id") String id, @Context HttpHeaders headers, FrameJson frame)
      throws IOException {
    Duration at = DescriptionJson.duration(frame.seconds());
    if (at.isNegative()) {
      throw new ProblemException(Problem.INVALID, "The time is 0 s or later.");
    }
    return capsules.after(id, headers, () -> posters.ofFrame(id, at));
  }

  /** The film's own again. */
  @DELETE
  @Path("{id}/poster")
  @Allowed(Access.MEDIA)
  @Summary("The film’s own poster again.")
  @Answers(EditorState.class)
  public Response noPoster(@PathParam("id") String id, @Context HttpHeaders headers)
      throws IOException {
    return capsules.after(id, headers, () -> posters.remove(id));
  }

  /** For the studio, whatever the public may see. */
  @GET
  @Path("{id}/poster/{name}")
  @Produces("image/jpeg")
  @Allowed(Access.STUDIO)
  @Summary("The poster, whatever the public may see.")
  @Answers(InputStream.class)
  public Response poster(@PathParam("id") String id, @PathParam("name") String name) {
    return posters
        .of(id)
        .filter(poster -> name.equals(poster.sha256() + ".jpg"))
        .map(poster -> Response.ok(storage.file(poster.sha256()).toFile(), "image/jpeg").build())
        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }

  /**
   * @param kind what it is for: fiche, guide …
   * @param replace whether the document of that name may be put aside for it
   */
  @POST
  @Path("{id}/documents")
  @Consumes(MediaType.WILDCARD)
  @Allowed(Access.MEDIA)
  @Summary("Adds a document, as the file is.")
  @Answers(EditorState.class)
  public Response add(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @QueryParam("name") @Nullable String name,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("replace") boolean replace,
      InputStream bytes)
      throws IOException {
    return capsules.after(
        id,
        headers,
        () ->
            documents.add(
                id,
                new NewDocument(name == null ? "" : name, kind == null ? "" : kind, bytes),
                replace));
  }

  @DELETE
  @Path("{id}/documents/{document}")
  @Allowed(Access.MEDIA)
  @Summary("Removes a document; it can be put back.")
  @Answers(EditorState.class)
  public Response remove(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @PathParam("document") String document)
      throws IOException {
    return capsules.after(id, headers, () -> documents.remove(id, document));
  }

  @GET
  @Path("{id}/documents/{document}/file")
  @Produces(MediaType.WILDCARD)
  @Allowed(Access.STUDIO)
  @Summary("A document as it came.")
  @Answers(InputStream.class)
  public Response file(@PathParam("id") String id, @PathParam("document") String document) {
    Document found =
        documents.find(id, document).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    return CapsuleResource.file(storage.file(found.sha256()), found.mediaType(), found.fileName());
  }
}
