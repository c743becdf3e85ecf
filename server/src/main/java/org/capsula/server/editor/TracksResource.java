package org.capsula.server.editor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.editing.NewSubtitles;
import org.capsula.pipeline.editing.SubtitleEdits;
import org.capsula.pipeline.editing.SubtitleEdits.TrackChange;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.capsula.subtitles.Role;
import org.capsula.subtitles.text.CharsetGuess;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/capsules/{id}/tracks}: text tracks as files. */
@Path("/studio/capsules")
@Produces(MediaType.APPLICATION_JSON)
public final class TracksResource {
  private final CapsuleResource capsules;
  private final SubtitleEdits edits;
  private final Storage storage;

  TracksResource(SubtitleEdits edits, Storage storage, CapsuleResource capsules) {
    this.capsules = capsules;
    this.edits = edits;
    this.storage = storage;
  }

  /**
   * What is null stays.
   *
   * @param discard whether corrections that were made in the page may be lost
   */
  public record TrackChangeJson(
      @Nullable String language,
      @Nullable String role,
      @Nullable String charset,
      boolean discard) {}

  /**
   * @param name of the file; tells its language and role where nobody says
   * @param replace whether the track of that language and role may be put aside for it
   */
  @POST
  @Path("{id}/tracks")
  @Consumes(MediaType.WILDCARD)
  @Allowed(Access.MEDIA)
  @Summary("Adds subtitles or another text track, as the file is.")
  @Answers(EditorState.class)
  public Response add(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @QueryParam("name") @Nullable String name,
      @QueryParam("language") @Nullable String language,
      @QueryParam("replace") boolean replace,
      InputStream bytes)
      throws IOException {
    return capsules.after(
        id,
        headers,
        () ->
            edits.add(
                id,
                new NewSubtitles(
                    name == null ? "" : name,
                    language,
                    null,
                    null,
                    bytes.readNBytes(SubtitleEdits.LARGEST + 1)),
                replace));
  }

  /**
   * @param seen the state of the track that the asking person has seen
   */
  @PATCH
  @Path("{id}/tracks/{track}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Allowed(Access.MEDIA)
  @Summary(
      "Changes the language, the role or the character encoding of a text track; what is null stays.")
  @Answers(EditorState.class)
  public Response change(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @PathParam("track") String track,
      @HeaderParam("If-Match") @Nullable String seen,
      TrackChangeJson change)
      throws IOException {
    return capsules.after(
        id,
        headers,
        () ->
            edits.change(
                id,
                track,
                new TrackChange(
                    change.language(),
                    role(change.role()),
                    change.charset(),
                    required(seen),
                    change.discard())));
  }

  private static @Nullable Role role(@Nullable String word) {
    return word == null
        ? null
        : Role.ofWord(word)
            .orElseThrow(() -> new ProblemException(Problem.INVALID, "“" + word + "” is no role."));
  }

  @DELETE
  @Path("{id}/tracks/{track}")
  @Allowed(Access.MEDIA)
  @Summary("Removes a text track; it can be put back.")
  @Answers(EditorState.class)
  public Response remove(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @PathParam("track") String track,
      @HeaderParam("If-Match") @Nullable String seen)
      throws IOException {
    return capsules.after(id, headers, () -> edits.remove(id, track, required(seen)));
  }

  /** How the file would read in other encodings, the likeliest first. */
  @GET
  @Path("{id}/tracks/{track}/charsets")
  @Allowed(Access.STUDIO)
  public CharsetGuess charsets(@PathParam("id") String id, @PathParam("track") String track)
      throws IOException {
    return edits.charsets(found(id, track));
  }

  /** The file as it came. */
  @GET
  @Path("{id}/tracks/{track}/source")
  @Produces(MediaType.WILDCARD)
  @Allowed(Access.STUDIO)
  @Answers(InputStream.class)
  public Response source(@PathParam("id") String id, @PathParam("track") String track) {
    Track found = found(id, track);
    return CapsuleResource.file(
        storage.file(found.sourceSha256()), "application/octet-stream", found.sourceName());
  }

  private Track found(String id, String track) {
    return edits.find(id, track).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }

  private static String required(@Nullable String seen) {
    String tag = CapsuleResource.seen(seen);
    if (tag.isEmpty()) {
      throw new ProblemException(Problem.VERSION_NEEDED);
    }
    return tag;
  }
}
