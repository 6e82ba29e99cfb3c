package org.entraide.campaign;

import static org.entraide.campaign.world.World.ANSWERS;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.World;

/** A campaign in which nothing happens. */
public abstract class StillnessFixture {

  public static final InstallationIdentity DAEMON = InstallationIdentity.daemon("first", false);

  /** So many cycles it takes until two in a row had nothing to do. */
  static final int FEW = 5;

  /**
   * How often everything was looked at: a whole pass reads the journal at its time, once more where
   * it had nothing to do, and no other does.
   */
  final AtomicInteger whole = new AtomicInteger();

  public final World world = still(World.busy(), DAEMON, whole);

  public World still(World made, InstallationIdentity by) {
    return still(made, by, whole);
  }

  private static World still(World made, InstallationIdentity by, AtomicInteger whole) {
    made.signed(by).startAgain(counted(made, whole));
    for (int i = 0; i < FEW; i++) {
      made.clock.advance(Duration.ofMinutes(1));
      made.once();
    }
    return made;
  }

  Journal counted(World counted) {
    return counted(counted, whole);
  }

  private static Journal counted(World counted, AtomicInteger whole) {
    Journal journal = counted.journal();
    AtomicReference<Instant> last = new AtomicReference<>();
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              Instant now = counted.clock.instant();
              if (method.getName().equals("memory") && !now.equals(last.getAndSet(now))) {
                whole.incrementAndGet();
              }
              try {
                return method.invoke(journal, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  public int wholePassesOf(Runnable something) {
    int before = whole.get();
    something.run();
    return whole.get() - before;
  }

  static void happens(World world, int what, int whom) {
    int row = 1 + whom % 9;
    switch (what) {
      case 0 -> world.table.type(ANSWERS, row, "Consigne", whom % 2 == 0 ? "Pause" : "");
      case 1 -> world.table.type(ANSWERS, row, "Explication", "");
      case 2 ->
          world.ledger().stream()
              .filter(entry -> entry.endsWith(": Brouillon prêt"))
              .filter(entry -> !entry.contains("Kim Kern")) // whose delegate is another
              .filter(entry -> !entry.contains("null")) // whose row is gone
              .findFirst()
              .map(entry -> entry.substring(0, entry.indexOf(':')).split(", ", -1))
              .ifPresent(pair -> world.mailbox().send(world.introduction(pair[0], pair[1])));
      case 3 ->
          world.ledger().stream()
              .filter(entry -> entry.endsWith(": Brouillon prêt"))
              .filter(entry -> !entry.contains("Kim Kern") && !entry.contains("null"))
              .reduce((first, last) -> last)
              .map(entry -> entry.substring(0, entry.indexOf(':')).split(", ", -1))
              .ifPresent(pair -> world.mailbox().discard(world.introduction(pair[0], pair[1])));
      case 4 -> {
        if (whom % 3 == 0 && world.table.rowCount(ANSWERS) > 8) {
          world.table.deleteRow(ANSWERS, world.table.rowCount(ANSWERS) - 1);
        }
      }
      default -> {
        // most of the time nothing happens
      }
    }
  }
}
