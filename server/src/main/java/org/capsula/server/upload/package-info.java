/**
 * Uploads as browsers and programs send them: the tus protocol, the page, and what is said of them.
 */
@NullMarked
package org.capsula.server.upload;

import org.jspecify.annotations.NullMarked;
