package org.capsula.server.editor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.capsula.pipeline.editing.CapsuleEdits;
import org.capsula.pipeline.editing.Edited;
import org.capsula.pipeline.editing.RefusedEditException;
import org.capsula.pipeline.editing.RemovedFiles;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/capsules/{id}}: what is said of a capsule. */
@Path("/studio/capsules")
@Produces(MediaType.APPLICATION_JSON)
public final class EditorResource {
  private final CapsuleResource capsules;
  private final CapsuleEdits edits;
  private final RemovedFiles removed;

  EditorResource(CapsuleEdits edits, RemovedFiles removed, CapsuleResource capsules) {
    this.capsules = capsules;
    this.edits = edits;
    this.removed = removed;
  }

  @GET
  @Path("{id}")
  @Allowed(Access.STUDIO)
  @Summary("A capsule with all that can be edited of it.")
  @Answers(EditorState.class)
  public Response state(@PathParam("id") String id, @Context HttpHeaders headers) {
    return capsules.answer(id, headers);
  }

  /**
   * @param seen the version that the asking person has seen; where another was saved meanwhile the
   *     answer is 412, with the description as it is now and its version
   */
  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Allowed(Access.MEDIA)
  @Summary("Changes what is said of a capsule; what is not sent stays.")
  @Answers(EditorState.class)
  public Response change(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @HeaderParam("If-Match") @Nullable String seen,
      DescriptionJson change) {
    long version = version(seen);
    Edited edited;
    try {
      edited = edits.change(id, version, change::applied);
    } catch (RefusedEditException e) {
      throw Refusals.of(e);
    }
    if (edited instanceof Edited.Outdated outdated) {
      throw new ProblemException(
          Problem.CHANGED_MEANWHILE,
          "Somebody else has saved this capsule meanwhile; nothing of yours was written.",
          Map.of(
              "reason",
              "outdated",
              "version",
              outdated.version(),
              "description",
              DescriptionJson.of(outdated.now())));
    }
    if (edited instanceof Edited.Gone) {
      throw new ProblemException(Problem.NOT_FOUND);
    }
    return capsules.answer(id, headers);
  }

  private static long version(@Nullable String seen) {
    String tag = CapsuleResource.seen(seen);
    if (!tag.matches("\\d{1,18}")) {
      throw new ProblemException(Problem.VERSION_NEEDED);
    }
    return Long.parseLong(tag);
  }

  /** Puts back a track or document that was removed. */
  @POST
  @Path("{id}/removed/{removed}")
  @Allowed(Access.MEDIA)
  @Answers(EditorState.class)
  public Response putBack(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @PathParam("removed") String removedId)
      throws IOException {
    return capsules.after(id, headers, () -> removed.putBack(id, removedId));
  }
}
