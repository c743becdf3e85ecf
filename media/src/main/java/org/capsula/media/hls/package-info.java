/** HLS playlists as values (RFC 8216bis). */
@NullMarked
package org.capsula.media.hls;

import org.jspecify.annotations.NullMarked;
