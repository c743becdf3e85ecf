package org.capsula.server.upload;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.capsula.pipeline.upload.Room;
import org.capsula.pipeline.upload.Twins;
import org.capsula.pipeline.upload.Upload;
import org.capsula.pipeline.upload.UploadForm;
import org.capsula.pipeline.upload.UploadForms;
import org.capsula.pipeline.upload.UploadRefusedException;
import org.capsula.pipeline.upload.Uploads;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Sent;
import org.capsula.server.http.Summary;
import org.capsula.server.upload.UploadJson.FormJson;
import org.capsula.server.upload.UploadJson.LimitsJson;
import org.capsula.server.upload.UploadJson.SubtitlesJson;
import org.capsula.server.upload.UploadJson.TwinJson;
import org.jspecify.annotations.Nullable;

/** {@code /api/uploads}: the caller's own, and what is said of them while their bytes travel. */
@Path("/uploads")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadsResource {
  private static final int LARGEST_FORM = 64 * 1024;

  private final Uploads uploads;
  private final Twins twins;
  private final OwnUploads own;

  public UploadsResource(Uploads uploads, Twins twins) {
    this.uploads = uploads;
    this.twins = twins;
    own = new OwnUploads(uploads.register());
  }

  /** The caller's own, newest first; those that came to an end are told of for a week. */
  public record ListJson(List<UploadJson> items) {}

  /** Footage that may be the same. */
  public record CheckJson(List<TwinJson> known) {}

  @GET
  @Allowed(Access.MEDIA)
  @Summary("The caller’s uploads, newest first; those that came to an end are told of for a week.")
  public ListJson list(@Context Caller caller) {
    return new ListJson(
        uploads.register().ofAccount(caller.account()).stream().map(this::json).toList());
  }

  @GET
  @Path("limits")
  @Allowed(Access.MEDIA)
  @Summary("How much may be uploaded.")
  public LimitsJson limits(@Context Caller caller) {
    Room room = uploads.register().room(caller.account());
    return new LimitsJson(room.largest(), room.freeBytes(), room.quotaBytes(), room.quotaUploads());
  }

  /** Whether it may be in the library already; its SHA-256 tells for sure when all has come. */
  @GET
  @Path("check")
  @Allowed(Access.MEDIA)
  @Summary(
      "Whether footage may be in the library already; its SHA-256 tells for sure when all has come.")
  public CheckJson check(
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("bytes") @DefaultValue("0") long bytes,
      @QueryParam("lang") @DefaultValue("en") String language) {
    return new CheckJson(twins.of(name, bytes, language).stream().map(TwinJson::of).toList());
  }

  @GET
  @Path("{id}")
  @Allowed(Access.MEDIA)
  @Summary("One of the caller’s uploads.")
  public UploadJson one(@PathParam("id") String id, @Context Caller caller) {
    return json(find(id, caller));
  }

  @PUT
  @Path("{id}/form")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Access.MEDIA)
  @Summary("What is said of the film while its bytes travel.")
  public UploadJson form(
      @PathParam("id") String id, @Sent(FormJson.class) InputStream body, @Context Caller caller)
      throws IOException {
    Upload upload = find(id, caller);
    UploadForm given = GivenForm.read(bytes(body, LARGEST_FORM));
    try {
      uploads.forms().save(id, given);
    } catch (UploadRefusedException e) {
      throw Refusals.problem(e);
    }
    return json(upload);
  }

  /**
   * @param language of the subtitles; where it is not told, the file's name tells it
   */
  @POST
  @Path("{id}/subtitles")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Allowed(Access.MEDIA)
  @Summary("Subtitles of the film that is being uploaded, as they are.")
  @Answers(value = SubtitlesJson.class, status = 201)
  public Response addSubtitles(
      @PathParam("id") String id,
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("language") @Nullable String language,
      InputStream body,
      @Context Caller caller)
      throws IOException {
    find(id, caller);
    byte[] bytes = bytes(body, UploadForms.LARGEST_SUBTITLES);
    try {
      return Response.status(Response.Status.CREATED)
          .entity(
              SubtitlesJson.of(
                  uploads.forms().addSubtitles(id, name, GivenForm.language(language), bytes)))
          .build();
    } catch (UploadRefusedException e) {
      throw Refusals.problem(e);
    }
  }

  @DELETE
  @Path("{id}/subtitles/{subtitles}")
  @Allowed(Access.MEDIA)
  @Summary("Takes subtitles back.")
  @Answers(value = Void.class, status = 204)
  public Response removeSubtitles(
      @PathParam("id") String id,
      @PathParam("subtitles") String subtitles,
      @Context Caller caller) {
    find(id, caller);
    try {
      uploads.forms().removeSubtitles(id, subtitles);
    } catch (UploadRefusedException e) {
      throw Refusals.problem(e);
    }
    return Response.noContent().build();
  }

  private Upload find(String id, Caller caller) {
    try {
      return own.find(id, caller);
    } catch (UploadRefusedException e) {
      throw Refusals.problem(e);
    }
  }

  private UploadJson json(Upload upload) {
    return UploadJson.of(
        upload, uploads.register().expiry(upload).orElse(null), uploads.forms().of(upload.id()));
  }

  private static byte[] bytes(InputStream body, int most) throws IOException {
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new ProblemException(
          Problem.TOO_LARGE, "No more than " + most + " bytes are taken here.");
    }
    return bytes;
  }
}
