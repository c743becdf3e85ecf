/** What {@code capsula demo} shows: a team's raw footage and side-cars, made on the spot. */
@NullMarked
package org.capsula.server.demo;

import org.jspecify.annotations.NullMarked;
