/** The program: one class wires it, one starts it. */
@NullMarked
package org.capsula.server;

import org.jspecify.annotations.NullMarked;
