/** The list of all capsules for the people who make them: as a page, live, and for programs. */
@NullMarked
package org.capsula.server.studio;

import org.jspecify.annotations.NullMarked;
