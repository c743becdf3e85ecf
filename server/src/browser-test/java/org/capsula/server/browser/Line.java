package org.capsula.server.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line between a browser and a server that breaks when it is told to, and stays at its address
 * when the server behind it is another one.
 */
final class Line implements AutoCloseable {
  private final ServerSocket door;
  private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile int port;

  /**
   * @param port of the server on this machine
   */
  Line(int port) throws IOException {
    this.port = port;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  String origin() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  void leadTo(int otherPort) {
    port = otherPort;
  }

  /** Breaks once, within the connection that carries the last of so many bytes from the browser. */
  void cutAfter(long bytes) {
    untilCut.set(bytes);
  }

  int cuts() {
    return cuts.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket browser = door.accept();
        daemon(() -> carry(browser));
      }
    } catch (IOException e) {
      // It is closed.
    }
  }

  private void carry(Socket browser) {
    try (browser;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      daemon(() -> copy(server, browser, false));
      copy(browser, server, true);
    } catch (IOException e) {
      // There is no server just now: the browser sees a line that ends.
    }
  }

  private void copy(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (counted && isCut(read)) {
          from.setSoLinger(true, 0);
          to.setSoLinger(true, 0);
          break;
        }
        out.write(buffer, 0, read);
      }
      from.close();
      to.close();
    } catch (IOException e) {
      // One end hung up; the other will notice when its side is closed.
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private boolean isCut(int bytes) {
    long left = untilCut.addAndGet(-bytes);
    if (left > 0) {
      return false;
    }
    untilCut.set(Long.MAX_VALUE);
    cuts.incrementAndGet();
    return true;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
