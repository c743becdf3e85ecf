/**
 * WebVTT as the W3C defines it: parse and write. Section names in comments are those of the
 * standard.
 */
@NullMarked
package org.capsula.subtitles.webvtt;

import org.jspecify.annotations.NullMarked;
