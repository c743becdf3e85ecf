/** What {@code bench/} runs; nothing here is a test. */
@NullMarked
package org.capsula.server.bench;

import org.jspecify.annotations.NullMarked;
