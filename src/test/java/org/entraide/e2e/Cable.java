package org.entraide.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;

/** A way to a server on loopback that can be cut and mended. */
@NullMarked
final class Cable implements AutoCloseable {

  private final int to;
  private final ServerSocket socket;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Cable(int to) {
    this.to = to;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("cable", this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Whatever is on its way is lost. */
  void cut(boolean now) {
    cut = now;
    if (now) {
      open.forEach(Cable::quietly);
      open.clear();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket here = socket.accept();
        if (cut) {
          quietly(here);
          continue;
        }
        Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(here);
        open.add(there);
        start("there", () -> carry(here, there));
        start("back", () -> carry(there, here));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void carry(Socket from, Socket into) {
    try (InputStream in = from.getInputStream();
        OutputStream out = into.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // cut, or one of the two has gone: so is the other
    } finally {
      quietly(from);
      quietly(into);
      open.remove(from);
      open.remove(into);
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    cut(true);
  }
}
