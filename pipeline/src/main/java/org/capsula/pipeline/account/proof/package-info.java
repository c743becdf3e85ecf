/** Passwords, sessions, tokens and links; and how often somebody may try. */
@NullMarked
package org.capsula.pipeline.account.proof;

import org.jspecify.annotations.NullMarked;
