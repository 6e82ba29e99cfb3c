package org.entraide.campaign.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.IntUnaryOperator;

/**
 * Lets several daemons work at once, one request at a time, in an order that somebody chooses: each
 * waits before every request of its own until it is its turn. So a run can be repeated exactly.
 */
public final class Turns {

  /** What others can see: the rest of what a daemon asks for may happen at any time. */
  private static boolean isSeen(String call) {
    return call.equals("read")
        || call.equals("reread")
        || call.startsWith("write")
        || call.equals("create")
        || call.equals("delete");
  }

  private final List<Semaphore> turns = new ArrayList<>();
  private final Semaphore over = new Semaphore(0);
  private final Set<Integer> working = new HashSet<>();
  private final List<Throwable> failed = new ArrayList<>();
  private final ThreadLocal<Integer> whose = ThreadLocal.withInitial(() -> -1);

  /** Called before each request. */
  public void request(String call) {
    int me = whose.get();
    if (me >= 0 && isSeen(call)) {
      over.release();
      turns.get(me).acquireUninterruptibly();
    }
  }

  /**
   * Runs them all to their ends.
   *
   * @param next who goes on after so many turns, of so many: whoever has ended is passed over
   * @return how many turns there were
   */
  public int run(IntUnaryOperator next, List<Runnable> works) {
    for (int i = 0; i < works.size(); i++) {
      int me = i;
      turns.add(new Semaphore(0));
      working.add(i);
      Thread thread =
          new Thread(
              () -> {
                whose.set(me);
                turns.get(me).acquireUninterruptibly();
                try {
                  works.get(me).run();
                } catch (Throwable e) {
                  synchronized (failed) {
                    failed.add(e);
                  }
                } finally {
                  whose.remove();
                  working.remove(me);
                  over.release();
                }
              },
              "turns-" + me);
      thread.setDaemon(true);
      thread.start();
    }
    int taken = 0;
    while (!working.isEmpty()) {
      int wanted = next.applyAsInt(taken);
      int chosen = working.contains(wanted) ? wanted : working.iterator().next();
      turns.get(chosen).release();
      over.acquireUninterruptibly();
      taken++;
    }
    synchronized (failed) {
      if (!failed.isEmpty()) {
        throw new AssertionError(failed.get(0));
      }
    }
    return taken;
  }
}
