/**
 * libav*: the only package that imports {@code org.bytedeco}. It runs in the decoder process alone.
 */
@NullMarked
package org.capsula.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
