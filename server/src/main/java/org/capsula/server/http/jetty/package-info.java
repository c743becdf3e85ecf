/** The one home of Jetty and of the servlet that carries Jersey: how an answer gets to a client. */
@NullMarked
package org.capsula.server.http.jetty;

import org.jspecify.annotations.NullMarked;
