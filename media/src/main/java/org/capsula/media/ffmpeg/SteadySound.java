package org.capsula.media.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Gives all sound the shape of its first frame. Recordings of broadcasts change between stereo and
 * surround within a film, which a graph of audio filters refuses.
 */
final class SteadySound implements AutoCloseable {
  private final AVRational timeBase;
  private final Decoder.FrameConsumer next;
  private @Nullable SoundShape first;
  private @Nullable SoundShape changed;
  private @Nullable Graph converter;

  /**
   * @param timeBase of the frames, before and after
   */
  SteadySound(AVRational timeBase, Decoder.FrameConsumer next) {
    this.timeBase = timeBase;
    this.next = next;
  }

  void accept(AVFrame frame) throws LibavException {
    SoundShape shape = SoundShape.of(frame);
    first = first == null ? shape : first;
    if (!shape.equals(changed)) {
      finish();
    }
    if (shape.equals(first)) {
      next.accept(frame);
      return;
    }
    if (converter == null) {
      converter = AudioGraph.forReshaping(frame, timeBase, first);
      changed = shape;
    }
    converter.push(frame);
    drain(converter);
  }

  private void drain(Graph filled) throws LibavException {
    Graph.Sink sink = filled.audioSink(AudioGraph.SINK);
    sink.drain(
        frame -> {
          frame.pts(Times.rescaled(frame.pts(), sink.timeBase(), timeBase));
          next.accept(frame);
        });
  }

  /** Hands over what is still inside. */
  void finish() throws LibavException {
    if (converter != null) {
      converter.push(null);
      drain(converter);
      close();
    }
  }

  @Override
  public void close() {
    if (converter != null) {
      converter.close();
      converter = null;
      changed = null;
    }
  }
}
