/** What somebody decides about their own account. */
@NullMarked
package org.capsula.server.profile;

import org.jspecify.annotations.NullMarked;
