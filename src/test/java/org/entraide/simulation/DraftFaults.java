package org.entraide.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Table;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.resilience.RemoteFailure;
import org.entraide.simulation.DeliberateFault.Bent;
import org.entraide.simulation.Faults.Fault;
import org.entraide.table.Change;
import org.jspecify.annotations.Nullable;

/** What a daemon does wrong about which drafts it has made. */
final class DraftFaults {

  /** Each of them. */
  static final List<Fault> ALL =
      List.of(
          new Fault("a draft is created before its entry in journal and ledger", DraftFirst::new),
          new Fault("a creation whose answer was lost counts as failed", LostIsFailed::new));

  private DraftFaults() {}

  /**
   * What was not tried as far as the journal knows is looked for nowhere, neither everywhere nor
   * among the new drafts: that would make good what is wrong here.
   */
  private static class Unsought implements Bent {
    private Optional<Journal> seenJournal = Optional.empty();

    @Override
    public Journal journal(Journal journal) {
      seenJournal = Optional.of(journal);
      return journal;
    }

    @Override
    public Mailbox mailbox(Mailbox mailbox) {
      return Bending.of(Mailbox.class, mailbox, this::asked);
    }

    @Nullable Object asked(String method, Object[] args, Bending.Real real) throws Throwable {
      if (method.equals("find")) {
        Map<Object, Object> tried = new LinkedHashMap<>((Map<?, ?>) args[0]);
        tried.values().removeIf(it -> it instanceof Introduction i && LifeCycle.isUntried(i));
        return tried.isEmpty() ? Map.of() : real.call(tried, args[1], args[2]);
      }
      Object answer = real.call(args);
      if (answer instanceof Mailbox.Heading heading && !heading.references().isEmpty()) {
        Set<String> tried = new HashSet<>(heading.references());
        tried.removeIf(this::isUntried);
        return new Mailbox.Heading(tried, heading.recipients(), heading.reply());
      }
      return answer;
    }

    private boolean isUntried(String reference) {
      return Stage.NAMES.stream()
          .map(
              campaign -> seenJournal.orElseThrow().memory(campaign).introductions().get(reference))
          .anyMatch(introduction -> introduction != null && LifeCycle.isUntried(introduction));
    }
  }

  /** Takes it for certain that a draft was not made, and makes it again in the next pass. */
  private static final class LostIsFailed extends Unsought {
    @Override
    @Nullable Object asked(String method, Object[] args, Bending.Real real) throws Throwable {
      try {
        return super.asked(method, args, real);
      } catch (RemoteFailure e) {
        throw method.equals("create") ? RemoteFailure.of(e.kind(), "failed") : e;
      }
    }
  }

  /** Holds entries back until rows are written, or the next pass begins. */
  private static final class DraftFirst extends Unsought {
    private final List<Held> held = new ArrayList<>();

    /** A call that was held back. */
    private record Held(Bending.Real real, List<Object> args) {}

    @Override
    public void starts() {
      held.clear(); // what was held back died with the process
    }

    private void letGo() throws Throwable {
      List<Held> all = List.copyOf(held);
      held.clear();
      for (Held one : all) {
        one.real().call(one.args().toArray());
      }
    }

    @Override
    public Journal journal(Journal journal) {
      super.journal(journal);
      return Bending.of(
          Journal.class,
          journal,
          (method, args, real) -> {
            boolean unmade =
                method.equals("storeIntroductions")
                    && ((Collection<?>) args[1])
                        .stream()
                            .allMatch(
                                one ->
                                    one instanceof Introduction i
                                        && i.state() == Introduction.State.PREPARING);
            if (unmade || (method.equals("storeIntroductions") && !held.isEmpty())) {
              held.add(new Held(real, List.of(args)));
              return null;
            }
            return real.call(args);
          });
    }

    @Override
    @SuppressWarnings("unchecked") // as the port declares
    public Table table(Table table) {
      return Bending.of(
          Table.class,
          table,
          (method, args, real) -> {
            boolean appends =
                method.equals("write")
                    && ((List<?>) args[0]).stream().allMatch(Change.AppendRows.class::isInstance);
            if (appends) {
              held.add(new Held(real, List.of(args)));
              // the answer tells whose sheet it is, without which no draft is made
              return table.reread((Map<Integer, Set<Integer>>) args[1]);
            }
            if (method.equals("read") || method.equals("write")) {
              letGo();
            }
            return real.call(args);
          });
    }
  }
}
