package org.entraide.resilience;

import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether the process must end. From then on no effect begins; the one under way is finished and
 * journalled. May be asked for and looked at from any thread.
 */
public final class Stop {

  private final CountDownLatch stopAsked;
  private final BooleanSupplier allowed;

  public Stop() {
    this(new CountDownLatch(1), () -> true);
  }

  private Stop(CountDownLatch stopAsked, BooleanSupplier allowed) {
    this.stopAsked = stopAsked;
    this.allowed = allowed;
  }

  /**
   * This stop for one campaign, whose effects need something besides, such as a lease.
   *
   * @param leave whether an effect may begin now
   */
  public Stop unless(BooleanSupplier leave) {
    return new Stop(stopAsked, leave);
  }

  /** From now on no effect begins, and nobody sleeps. */
  public void ask() {
    stopAsked.countDown();
  }

  public boolean isAsked() {
    return stopAsked.getCount() == 0 || !allowed.getAsBoolean();
  }

  /** Waits until it is asked for. */
  public void await() throws InterruptedException {
    stopAsked.await();
  }

  /**
   * Sleeps as others do, until it is asked for: what waits for another try is given up, as if the
   * thread were interrupted.
   */
  public Sleeper sleeper() {
    return this::sleep;
  }

  private void sleep(Duration pause) throws InterruptedException {
    if (stopAsked.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("the process ends");
    }
  }

  /**
   * To be called before each effect, before anything that the journal says of it, and once more
   * when it is about to be sent.
   *
   * @throws Stopped if none may begin any more
   */
  public void check() {
    if (isAsked()) {
      throw new Stopped();
    }
  }

  /** An effect does not begin, since the process must end: nothing is wrong. */
  public static final class Stopped extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    public Stopped() {
      super("The process was told to end.");
    }
  }
}
