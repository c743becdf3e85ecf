/** What exists of a capsule beside its pictures and sound: texts, subtitles, documents. */
@NullMarked
package org.capsula.pipeline.catalog.capsule;

import org.jspecify.annotations.NullMarked;
