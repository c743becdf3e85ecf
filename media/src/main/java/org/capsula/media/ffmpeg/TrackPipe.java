package org.capsula.media.ffmpeg;

import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.capsula.media.Finding;

/** Everything that happens to one track of the footage, from its packets on. */
interface TrackPipe extends AutoCloseable {
  /** The stream in the footage that this pipe takes. */
  int streamIndex();

  void accept(AVPacket packet) throws LibavException;

  /** Empties decoder, filters and encoders, and completes the files. */
  void finish() throws LibavException;

  List<Finding> findings();

  @Override
  void close();
}
