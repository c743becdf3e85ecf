/** What a production tells: the report, its findings and their English words. */
@NullMarked
package org.capsula.pipeline.report;

import org.jspecify.annotations.NullMarked;
