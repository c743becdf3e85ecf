package org.capsula.server.upload;

import org.capsula.pipeline.upload.Refusal;
import org.capsula.pipeline.upload.UploadRefusedException;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;

/** Which problem a refusal is. */
final class Refusals {
  private Refusals() {}

  static ProblemException problem(UploadRefusedException refused) {
    return new ProblemException(problem(refused.refusal()), refused.sentence());
  }

  private static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN -> Problem.NOT_FOUND;
      case EXPIRED -> Problem.GONE;
      case TOO_LARGE, TOO_MANY_BYTES -> Problem.TOO_LARGE;
      case QUOTA -> Problem.QUOTA;
      case NO_SPACE -> Problem.NO_SPACE;
      case LOCKED -> Problem.UPLOAD_LOCKED;
      case WRONG_OFFSET -> Problem.UPLOAD_OFFSET;
      case NOT_FOOTAGE -> Problem.FILE_REFUSED;
      case NO_CAPSULE -> Problem.CAPSULE_GONE;
      case WRONG_CHECKSUM -> Problem.UPLOAD_CHECKSUM;
      case UNREADABLE_SUBTITLES -> Problem.UNREADABLE_SUBTITLES;
      case NO_LANGUAGE -> Problem.LANGUAGE_NEEDED;
      case UNKNOWN_COLLECTION -> Problem.INVALID;
      case ENDED -> Problem.UPLOAD_ENDED;
    };
  }
}
