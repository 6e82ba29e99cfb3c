package org.entraide.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entraide.cli.shell.SecondSignal;
import org.entraide.resilience.Stop;

/**
 * How a process that works on campaigns ends on a signal: no effect begins any more, the one under
 * way is finished and journalled, and all is over within five seconds. What has no answer by then
 * is left as a crash would leave it, for the next start to look at; a second signal does so at
 * once.
 */
public final class ShutdownHook implements AutoCloseable {

  /** Of the five seconds that are promised; the rest is the JVM's, on a busy machine. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final Stop stop;
  private final CountDownLatch signalled = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "shutdown");

  private ShutdownHook(Stop stop) {
    this.stop = stop;
  }

  /**
   * Listens for the signal to end, until it is closed.
   *
   * @param stop is asked for then
   */
  public static ShutdownHook of(Stop stop) {
    ShutdownHook shutdown = new ShutdownHook(stop);
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    SecondSignal.endsAtOnce();
    return shutdown;
  }

  /** Ends, and keeps the process alive until all is closed, or the time is over. */
  private void end() {
    signalled.countDown();
    stop.ask();
    try {
      if (!over.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        return; // what still runs ends with the process
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Touches nothing that a thread which has no answer may still use: does not return where the
   * process must end.
   */
  void leaveAsItIs() throws InterruptedException {
    if (signalled.getCount() == 0) {
      hook.join();
      new CountDownLatch(1).await(); // the JVM ends under it
    }
  }

  /** All is put away. */
  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it is running, and sees that all is over
    }
  }
}
