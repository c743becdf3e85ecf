package org.capsula.pipeline.upload;

/** Why an upload, or a piece of one, was not taken. */
public enum Refusal {
  /** There is none of this name, or it was ended. */
  UNKNOWN,
  /** It waited too long for its next byte. */
  EXPIRED,
  /** One upload may not be so large. */
  TOO_LARGE,
  /** More bytes came than the upload has. */
  TOO_MANY_BYTES,
  /** The account has too much under way. */
  QUOTA,
  /** The disk is full, or would be. */
  NO_SPACE,
  /** Somebody else is writing into it. */
  LOCKED,
  /** It goes on at another byte. */
  WRONG_OFFSET,
  /** By its first bytes it is no film. */
  NOT_FOOTAGE,
  /** The capsule whose footage it was to become is gone or deleted. */
  NO_CAPSULE,
  /** The bytes are others than those that were summed. */
  WRONG_CHECKSUM,
  /** The subtitles cannot be read. */
  UNREADABLE_SUBTITLES,
  /** The language of the subtitles must be told. */
  NO_LANGUAGE,
  /** The collection that was chosen is gone. */
  UNKNOWN_COLLECTION,
  /** It is taken in already: what is said of it now is said of its capsule. */
  ENDED
}
