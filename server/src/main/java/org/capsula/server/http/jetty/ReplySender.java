package org.capsula.server.http.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.InMemory;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Writes the slices of a reply one after another, each as fast as the client takes it and none of
 * them read into memory as a whole.
 */
final class ReplySender extends IteratingCallback {
  /** Bytes of a file that are in memory at once; larger ones were no faster. */
  private static final int CHUNK = 64 * 1024;

  private final Response response;
  private final Iterator<Reply.Slice> slices;
  private final ByteBufferPool.Sized buffers;
  private final Callback done;

  private ReplySender(Response response, Reply reply, ByteBufferPool pool, Callback done) {
    this.response = response;
    this.slices = reply.slices().iterator();
    this.buffers = new ByteBufferPool.Sized(pool, true, CHUNK);
    this.done = done;
  }

  static void send(Reply reply, Response response, Callback done) {
    response.setStatus(reply.status());
    reply.fields().forEach(response.getHeaders()::put);
    if (reply.slices().isEmpty()) {
      response.write(true, BufferUtil.EMPTY_BUFFER, done);
      return;
    }
    ByteBufferPool pool = response.getRequest().getComponents().getByteBufferPool();
    new ReplySender(response, reply, pool, done).iterate();
  }

  @Override
  protected Action process() throws IOException {
    if (!slices.hasNext()) {
      return Action.SUCCEEDED;
    }
    Content.Source source = source(slices.next());
    boolean lastSlice = !slices.hasNext();
    Content.copy(source, (last, bytes, then) -> write(last && lastSlice, bytes, then), this);
    return Action.SCHEDULED;
  }

  private void write(boolean last, ByteBuffer bytes, Callback then) {
    response.write(last, bytes, then);
  }

  private Content.Source source(Reply.Slice slice) throws IOException {
    if (slice.body() instanceof InMemory bytes) {
      return Content.Source.from(bytes.slice(slice.offset(), slice.length()));
    }
    FileRegion region = (FileRegion) slice.body();
    // Given an offset, Jetty 12.1 would read and drop all that stands before it; so we seek.
    SeekableByteChannel channel = region.open().position(region.offset() + slice.offset());
    return Content.Source.from(buffers, channel, 0, slice.length());
  }

  @Override
  protected void onCompleteSuccess() {
    done.succeeded();
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    done.failed(cause);
  }
}
