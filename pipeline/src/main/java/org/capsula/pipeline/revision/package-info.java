/** Correcting the cues of a track, revision by revision, without touching pictures or sound. */
@NullMarked
package org.capsula.pipeline.revision;

import org.jspecify.annotations.NullMarked;
