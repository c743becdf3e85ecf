package org.capsula.server.upload;

import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.upload.Upload;
import org.capsula.pipeline.upload.UploadRefusedException;
import org.capsula.pipeline.upload.UploadRegister;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;

/** An upload belongs to the account that began it; to all others it is not there. */
final class OwnUploads {
  private final UploadRegister register;

  OwnUploads(UploadRegister register) {
    this.register = register;
  }

  /**
   * @throws ProblemException where there is none of this caller's
   */
  Upload find(String id, Caller caller) throws UploadRefusedException {
    Upload upload = register.find(id);
    if (!upload.accountId().equals(caller.account())) {
      throw new ProblemException(Problem.NOT_FOUND);
    }
    return upload;
  }

  /** Admins may end any. */
  Upload findToEnd(String id, Caller caller) throws UploadRefusedException {
    return caller.role() == Role.ADMIN ? register.find(id) : find(id, caller);
  }
}
