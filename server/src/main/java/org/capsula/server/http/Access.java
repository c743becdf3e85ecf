package org.capsula.server.http;

import org.capsula.pipeline.account.Role;

/** Who may use an address. */
public enum Access {
  /** Everybody; what they see of it is the endpoint's business. */
  PUBLIC,
  SIGNED_IN,
  /** As signed in, but in a browser: a token that was stolen must not make itself last. */
  IN_PERSON,
  /** The people who make capsules: they see all of them. */
  STUDIO,
  /** Who changes capsules and their footage. */
  MEDIA,
  /** Who decides when a capsule is shown. */
  TRAINER,
  ADMIN,
  /**
   * As admin, but in a browser: who adds an account, or hands out a link to one, can come again.
   */
  ADMIN_IN_PERSON;

  /** Whether a program's token is not enough. */
  public boolean needsPerson() {
    return this == IN_PERSON || this == ADMIN_IN_PERSON;
  }

  public boolean permits(Role role) {
    return switch (this) {
      case PUBLIC, SIGNED_IN, IN_PERSON -> true;
      case STUDIO -> role != Role.VIEWER;
      case MEDIA -> role == Role.MEDIA || role == Role.ADMIN;
      case TRAINER -> role == Role.TRAINER || role == Role.ADMIN;
      case ADMIN, ADMIN_IN_PERSON -> role == Role.ADMIN;
    };
  }
}
