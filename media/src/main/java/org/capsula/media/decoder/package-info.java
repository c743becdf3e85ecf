/** The child process that touches untrusted bytes, and the parent's handle on it. */
@NullMarked
package org.capsula.media.decoder;

import org.jspecify.annotations.NullMarked;
