/** What goes out: playlists, subtitles and the page of a folder that any web server can serve. */
@NullMarked
package org.capsula.pipeline.publication;

import org.jspecify.annotations.NullMarked;
