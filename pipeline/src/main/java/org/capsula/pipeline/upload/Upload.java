package org.capsula.pipeline.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One footage on its way in, or what became of it.
 *
 * @param id random; its address, and the name of its folder
 * @param fileName as its owner knows it, fit to be shown
 * @param fingerprint by which a browser knows the file again; null when not told
 * @param metadata as the client gave it (tus: Upload-Metadata); null when there was none
 * @param bytes of the whole
 * @param received bytes that are on the disk for good
 * @param replaces the capsule whose footage it is to become; null for a new one
 * @param sha256 of the whole, lower-case hex; null before it was read to its end
 * @param capsuleId what it became, or was already; null before
 * @param reasonCode why it was refused, or waits; kebab-case, null when neither
 * @param reason the same as a sentence
 * @param formVersion how often its form was changed
 * @param changedAt when its last bytes came, or it ended
 */
public record Upload(
    String id,
    String accountId,
    String fileName,
    @Nullable String fingerprint,
    @Nullable String metadata,
    long bytes,
    long received,
    State state,
    @Nullable String replaces,
    @Nullable String sha256,
    @Nullable String capsuleId,
    @Nullable String reasonCode,
    @Nullable String reason,
    long formVersion,
    Instant createdAt,
    Instant changedAt) {

  /** Where it stands. */
  public enum State {
    /** Bytes are missing. */
    RECEIVING("receiving"),
    /** All are here; what they are is being looked at. */
    CHECKING("checking"),
    /** It is a capsule's footage. */
    DONE("done"),
    /** The very same bytes were in the library already. */
    KNOWN("known"),
    /** Nothing can be made of it. */
    REFUSED("refused");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in the database and in JSON. */
    public String word() {
      return word;
    }

    /** Whether nothing will happen any more. */
    public boolean isEnd() {
      return this != RECEIVING && this != CHECKING;
    }
  }
}
