package org.capsula.server.upload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.upload.Twins.Twin;
import org.capsula.pipeline.upload.Upload;
import org.capsula.pipeline.upload.UploadForm;
import org.capsula.pipeline.upload.UploadForm.Collection;
import org.capsula.pipeline.upload.UploadForm.Subtitles;
import org.jspecify.annotations.Nullable;

/**
 * An upload as the API tells it.
 *
 * @param address of its bytes, for a client of tus
 * @param received bytes that need not be sent again
 * @param state receiving, checking, done, known or refused
 * @param capsuleId what it became, or was already
 * @param reasonCode why it was refused, or waits
 * @param expires when it is given up unless more comes; ISO 8601, null once all has come
 */
record UploadJson(
    String id,
    String address,
    String name,
    @Nullable String fingerprint,
    long bytes,
    long received,
    String state,
    @Nullable String replaces,
    @Nullable String capsuleId,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String expires,
    FormJson form,
    List<SubtitlesJson> subtitles) {

  static UploadJson of(Upload upload, @Nullable Instant expires, UploadForm.Whole said) {
    return new UploadJson(
        upload.id(),
        "/uploads/" + upload.id(),
        upload.fileName(),
        upload.fingerprint(),
        upload.bytes(),
        upload.received(),
        upload.state().word(),
        upload.replaces(),
        upload.capsuleId(),
        upload.reasonCode(),
        upload.reason(),
        expires == null ? null : expires.toString(),
        FormJson.of(said.form()),
        said.subtitles().stream().map(SubtitlesJson::of).toList());
  }

  /**
   * What is said of it.
   *
   * @param titles by language
   * @param language spoken, BCP 47
   */
  record FormJson(
      @Nullable Map<String, String> titles,
      @Nullable String language,
      @Nullable CollectionJson collection) {
    static FormJson of(UploadForm form) {
      Collection collection = form.collection();
      return new FormJson(
          form.titles().byLanguage(),
          form.language(),
          collection == null
              ? null
              : new CollectionJson(collection.id(), collection.language(), collection.title()));
    }
  }

  /** One that there is, by its id; else one to be made, by a title and its language. */
  record CollectionJson(@Nullable String id, @Nullable String language, @Nullable String title) {}

  /** A subtitle file that goes with it. */
  record SubtitlesJson(
      String id, String name, String language, String role, String charset, int cues) {
    static SubtitlesJson of(Subtitles subtitles) {
      return new SubtitlesJson(
          subtitles.id(),
          subtitles.fileName(),
          subtitles.language(),
          subtitles.role().word(),
          subtitles.charset(),
          subtitles.cues());
    }
  }

  /** How much may still be sent, in bytes but for the last. */
  record LimitsJson(long largest, long freeBytes, long quotaBytes, long quotaUploads) {}

  /**
   * Footage in the library that may be the same, by its name and length.
   *
   * @param deleted whether its capsule is, and may be taken back
   * @param page where the studio shows it
   */
  record TwinJson(String capsuleId, String title, boolean deleted, String page) {
    static TwinJson of(Twin twin) {
      // Deleted ones have no page of their own, but a list.
      String page =
          "/studio" + (twin.isDeleted() ? "?show=deleted" : "/capsules/" + twin.capsuleId());
      return new TwinJson(twin.capsuleId(), twin.title(), twin.isDeleted(), page);
    }
  }
}
