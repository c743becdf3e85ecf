/** The certificate and key with which the server speaks HTTPS. */
@NullMarked
package org.capsula.server.certificate;

import org.jspecify.annotations.NullMarked;
