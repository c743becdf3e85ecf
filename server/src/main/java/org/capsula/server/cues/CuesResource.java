package org.capsula.server.cues;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.revision.Corrections;
import org.capsula.pipeline.revision.CueSheet;
import org.capsula.pipeline.revision.Revision;
import org.capsula.pipeline.revision.Saving;
import org.capsula.server.cues.SheetJson.RevisionJson;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Sent;
import org.capsula.server.http.Summary;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.Messages;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.check.CueEdits;
import org.capsula.subtitles.check.Edit;
import org.capsula.subtitles.webvtt.CueText;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/tracks/{track}/…}: the cues of a text track and their revisions. */
@Path("/studio/tracks/{track}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CuesResource {
  private final Corrections corrections;

  public CuesResource(Corrections corrections) {
    this.corrections = corrections;
  }

  /**
   * @param findings no more than a few hundred at a time
   */
  public record Checked(List<FindingJson> findings) {}

  public record Saved(RevisionJson revision, List<FindingJson> findings) {}

  /**
   * @param edit of the cues that were sent; null where it cannot be done
   */
  public record Edited(@Nullable EditJson edit) {}

  /** Newest first. */
  public record Revisions(List<RevisionJson> items) {}

  @GET
  @Path("cues")
  @Allowed(Access.STUDIO)
  @Summary("The newest revision of a text track: its cues and findings.")
  public SheetJson open(@PathParam("track") String track, @Context HttpHeaders headers)
      throws IOException {
    return SheetJson.of(sheet(track), words(headers));
  }

  /** Where the revision that was corrected is not the newest any more: 409, and which is. */
  @PUT
  @Path("cues")
  @Allowed(Access.STUDIO)
  @Summary("Saves cues as a new revision, which is shown at once.")
  public Saved save(
      @PathParam("track") String track,
      @Sent(GivenCues.class) InputStream body,
      @Context Caller caller,
      @Context HttpHeaders headers)
      throws IOException {
    CueSheet sheet = sheet(track);
    GivenCues given = GivenCues.read(body);
    List<Cue> cues = given.cues(sheet.content().regions());
    if (sheet.revision().number() != given.requireRevision()) {
      throw overtaken(sheet.revision());
    }
    Revision made = revision(corrections.save(sheet, cues, caller.account()));
    return new Saved(RevisionJson.of(made), FindingJson.of(cues, sheet.limits(), words(headers)));
  }

  /** Looks over cues as they would be saved, and saves nothing. */
  @POST
  @Path("check")
  @Allowed(Access.STUDIO)
  @Summary("Looks over cues as they would be saved, and saves nothing.")
  public Checked check(
      @PathParam("track") String track,
      @Sent(GivenCues.class) InputStream body,
      @Context HttpHeaders headers)
      throws IOException {
    CueSheet sheet = sheet(track);
    List<Cue> cues = GivenCues.read(body).cues(sheet.content().regions());
    return new Checked(FindingJson.of(cues, sheet.limits(), words(headers)));
  }

  /** The first of the cues in two at a place in its text; without one, between words. */
  @POST
  @Path("split")
  @Allowed(Access.STUDIO)
  @Summary("The first of the cues in two at a place in its text; without one, between words.")
  public Edited split(@PathParam("track") String track, @Sent(GivenCues.class) InputStream body)
      throws IOException {
    GivenCues given = GivenCues.read(body);
    List<Cue> cues = given.requireCues(1, sheet(track).content().regions());
    Integer place = given.place();
    Optional<Edit> edit =
        place == null
            ? CueEdits.split(cues, 0)
            : CueEdits.split(cues, 0, placeInCueText(given.text(0), place));
    return new Edited(edit.map(EditJson::of).orElse(null));
  }

  private static int placeInCueText(String readable, int place) {
    int within = Math.min(Math.max(place, 0), readable.length());
    return CueText.ofReadable(readable.substring(0, within)).length();
  }

  /** The first of the cues and the one after it as one. */
  @POST
  @Path("merge")
  @Allowed(Access.STUDIO)
  @Summary("Two cues as one.")
  public Edited merge(@PathParam("track") String track, @Sent(GivenCues.class) InputStream body)
      throws IOException {
    CueSheet sheet = sheet(track);
    List<Cue> cues = GivenCues.read(body).requireCues(2, sheet.content().regions());
    return new Edited(CueEdits.merge(cues, 0, sheet.limits()).map(EditJson::of).orElse(null));
  }

  @GET
  @Path("revisions")
  @Allowed(Access.STUDIO)
  @Summary("All revisions of a text track, newest first.")
  public Revisions revisions(@PathParam("track") String track) throws IOException {
    sheet(track);
    return new Revisions(corrections.revisions(track).stream().map(RevisionJson::of).toList());
  }

  /** Shows an older revision again, as a new one; 409 as for saving. */
  @POST
  @Path("revisions/{number: \\d+}/restore")
  @Allowed(Access.STUDIO)
  @Summary("Shows an older revision again, as a new one.")
  public SheetJson restore(
      @PathParam("track") String track,
      @PathParam("number") int number,
      @Sent(GivenCues.class) InputStream body,
      @Context Caller caller,
      @Context HttpHeaders headers)
      throws IOException {
    sheet(track);
    int newest = GivenCues.read(body).requireRevision();
    revision(corrections.restore(track, newest, number, caller.account()));
    return SheetJson.of(sheet(track), words(headers));
  }

  private CueSheet sheet(String track) throws IOException {
    return corrections.open(track).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }

  private static Revision revision(Saving saving) {
    if (saving instanceof Saving.Saved saved) {
      return saved.revision();
    }
    if (saving instanceof Saving.Overtaken overtaken) {
      throw overtaken(overtaken.newest());
    }
    throw new ProblemException(Problem.NOT_FOUND);
  }

  private static ProblemException overtaken(Revision newest) {
    return new ProblemException(
        Problem.CONFLICT,
        "Revision "
            + newest.number()
            + " was saved meanwhile; look at it, and save yours over it or leave it.",
        Map.of(
            "revision",
            newest.number(),
            "madeAt",
            newest.madeAt().toString(),
            "madeBy",
            Objects.requireNonNullElse(newest.madeByName(), "")));
  }

  private static Messages words(HttpHeaders headers) {
    String wish = headers.getHeaderString("Accept-Language");
    return Messages.of(LanguageChoice.of(null, wish).language());
  }
}
