package org.entraide.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.entraide.sandbox.office.Office;
import org.entraide.testkit.Root;

/** Lets one kind of request go wrong in one way, and tells what became of it. */
final class Trial implements AutoCloseable {

  /** How many passes a fault lasts that does. */
  static final int LONG = 3;

  private final Function<Office, Root> road;
  private final LogBook log = LogBook.open();
  private final Map<Story, Calm> calm = new EnumMap<>(Story.class);

  /**
   * @param road how the daemon's requests come to the office
   */
  Trial(Function<Office, Root> road) {
    this.road = road;
  }

  /**
   * A story in which nothing goes wrong.
   *
   * @param first its busy pass
   * @param end what is there when all is done
   */
  record Calm(Desk.Pass first, List<String> end) {}

  /**
   * What became of it.
   *
   * @param lasting whether every request of the kind went wrong for {@link #LONG} passes, or only
   *     the first one
   * @param passes those while it went wrong and, if it went wrong once, the next one
   * @param after those until nothing was left to do
   * @param end what is there then
   * @param wrong what must never be
   * @param tokens that the daemon sent along
   */
  record Seen(
      RequestKind kind,
      Fault fault,
      boolean lasting,
      List<Desk.Pass> passes,
      List<Desk.Pass> after,
      List<String> end,
      List<String> wrong,
      Set<String> tokens) {

    Desk.Pass first() {
      return passes.get(0);
    }

    Desk.Pass next() {
      return passes.get(1);
    }

    List<Desk.Pass> all() {
      List<Desk.Pass> all = new ArrayList<>(passes);
      all.addAll(after);
      return all;
    }
  }

  /** What happens when nothing goes wrong. */
  Calm calm(Story story) {
    return calm.computeIfAbsent(
        story,
        s -> {
          try (Desk desk = Desk.ready(s, road, log)) {
            Desk.Pass first = desk.pass();
            desk.settles();
            return new Calm(first, desk.end());
          }
        });
  }

  /** Lets it go wrong, and then no more until nothing is left to do. */
  Seen tell(RequestKind kind, Fault fault, boolean lasting) {
    return tell(kind, fault, fault.blow(), lasting);
  }

  /**
   * The same in another way.
   *
   * @param fault which it is
   */
  Seen tell(RequestKind kind, Fault fault, Blow blow, boolean lasting) {
    try (Desk desk = Desk.ready(kind.story(), road, log)) {
      desk.goesWrong(kind, blow, fault.skew(), lasting ? Integer.MAX_VALUE : 1);
      List<Desk.Pass> passes = new ArrayList<>();
      for (int i = 0; i < (lasting ? LONG : 2); i++) {
        passes.add(desk.pass());
        if (!lasting) {
          desk.heals();
        }
      }
      desk.heals();
      List<Desk.Pass> after = new ArrayList<>(desk.settles());
      if (kind == RequestKind.NEW_DRAFT && fault.isBlame()) {
        desk.waitsADay();
        after.addAll(desk.settles());
      }
      return new Seen(kind, fault, lasting, passes, after, desk.end(), desk.wrong(), desk.tokens());
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
