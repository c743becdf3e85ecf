/** Capsules on other people’s pages: the player alone, and how programs learn of it. */
@NullMarked
package org.capsula.server.embed;

import org.jspecify.annotations.NullMarked;
