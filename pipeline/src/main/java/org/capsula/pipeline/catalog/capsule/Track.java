package org.capsula.pipeline.catalog.capsule;

import java.time.Instant;
import org.capsula.subtitles.Role;

/**
 * One text track of a capsule, apart from pictures and sound: correcting it never encodes again.
 *
 * @param language BCP 47, normalised
 * @param sourceSha256 the file as it came
 * @param charset IANA name of what it came in
 * @param webvttSha256 what players get
 * @param findings JSON, an array as in a report
 */
public record Track(
    String id,
    String capsuleId,
    String language,
    Role role,
    String sourceSha256,
    String sourceName,
    String format,
    String charset,
    String webvttSha256,
    long webvttBytes,
    int cues,
    String findings,
    Instant addedAt) {

  /** Whether players offer it beside the picture. */
  public boolean isShown() {
    return role == Role.SUBTITLES || role == Role.CAPTIONS;
  }

  public Track of(String newId, String newCapsuleId) {
    return new Track(
        newId,
        newCapsuleId,
        language,
        role,
        sourceSha256,
        sourceName,
        format,
        charset,
        webvttSha256,
        webvttBytes,
        cues,
        findings,
        addedAt);
  }

  /** The same cues, said to be in another language or for another use. */
  public Track as(String newLanguage, Role newRole) {
    return new Track(
        id,
        capsuleId,
        newLanguage,
        newRole,
        sourceSha256,
        sourceName,
        format,
        charset,
        webvttSha256,
        webvttBytes,
        cues,
        findings,
        addedAt);
  }

  /** Its files' name without ending: {@code el} or {@code fr.captions}. */
  public String name() {
    return role == Role.SUBTITLES ? language : language + "." + role.word();
  }
}
