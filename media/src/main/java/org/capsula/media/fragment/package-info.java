/** Reads what a fragmented MP4 says about itself (ISO/IEC 14496-12). */
@NullMarked
package org.capsula.media.fragment;

import org.jspecify.annotations.NullMarked;
