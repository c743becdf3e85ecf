/** What programs may ask of the server: the document of the API, and a page to read it. */
@NullMarked
package org.capsula.server.reference;

import org.jspecify.annotations.NullMarked;
