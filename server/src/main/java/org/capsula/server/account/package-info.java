/** The way in and out: sign-in, sign-out, invitations, and who a request comes from. */
@NullMarked
package org.capsula.server.account;

import org.jspecify.annotations.NullMarked;
