/** What is made known when capsules open and close, and who decided what. */
@NullMarked
package org.capsula.pipeline.announcement;

import org.jspecify.annotations.NullMarked;
