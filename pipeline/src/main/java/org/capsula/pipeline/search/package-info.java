/**
 * Finds capsules by words. The index is a view of the tables and of the text tracks: it can be made
 * anew at any time, and says nothing of who may see what it finds.
 */
@NullMarked
package org.capsula.pipeline.search;

import org.jspecify.annotations.NullMarked;
