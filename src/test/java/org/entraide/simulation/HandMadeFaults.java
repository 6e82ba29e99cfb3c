package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Table;
import org.entraide.match.model.Instance;
import org.entraide.match.model.PairRule;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.simulation.DeliberateFault.Bent;
import org.entraide.simulation.Faults.Fault;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.testkit.PointedRef;
import org.jspecify.annotations.Nullable;

/** What a daemon does wrong about introductions that organisers make and type into the ledger. */
final class HandMadeFaults {

  /** Each of them. */
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "the matcher hears nothing of introductions made by hand",
              () -> new Matched(rule -> Optional.empty()),
              StoryFamily.BYHAND),
          new Fault(
              "introductions made by hand count as ended",
              () -> new Matched(rule -> Optional.of(ended(rule))),
              StoryFamily.BYHAND),
          new Fault(
              "a pair that is typed twice has two introductions",
              TwiceTyped::new,
              StoryFamily.BYHAND),
          new Fault(
              "a row counts while it is still being typed",
              () -> Faults.journal(HandMadeFaults::longTyped),
              StoryFamily.BYHAND));

  private HandMadeFaults() {}

  private static PairRule ended(PairRule rule) {
    return PairRule.of(rule.person(), rule.helper(), PairRule.Kind.TRIED);
  }

  /** What the matcher is told instead of an introduction made by hand. */
  private interface Instead {
    Optional<PairRule> of(PairRule rule);
  }

  /** The matcher hears otherwise of introductions made by hand. */
  private static final class Matched implements Bent {
    private final Instead instead;
    private final Set<String> byHand = new HashSet<>(); // pairs

    Matched(Instead instead) {
      this.instead = instead;
    }

    @Override
    public Journal journal(Journal journal) {
      return Bending.of(
          Journal.class,
          journal,
          (method, args, real) -> {
            if (method.equals("storeIntroductions")) {
              ((Iterable<?>) args[1]).forEach(this::sees);
            }
            return real.call(args);
          });
    }

    private void sees(@Nullable Object recorded) {
      if (recorded instanceof Introduction i && i.has(IntroductionFlag.BY_HAND)) {
        byHand.add(i.person() + "+" + i.helper());
      }
    }

    @Override
    public Instance instance(Instance instance) {
      return new Instance(
          instance.participants(),
          instance.rules().stream().flatMap(this::replaced).toList(),
          instance.settings(),
          instance.previous(),
          instance.groups());
    }

    private Stream<PairRule> replaced(PairRule rule) {
      return byHand.contains(rule.person() + "+" + rule.helper())
          ? instead.of(rule).stream()
          : Stream.of(rule);
    }
  }

  /**
   * An introduction made by hand is passed over while the same two stand in a row without a
   * reference: from the pass after that in which it is seen, so that neither sheet nor journal
   * shows it.
   */
  private static final class TwiceTyped implements Bent {
    private final Set<String> seen = new HashSet<>(); // introductions
    private final Set<String> hidden = new HashSet<>();

    @Override
    public Table table(Table table) {
      return Faults.read(table, this::read);
    }

    private Row read(Tab tab, Row row) {
      int ref = GuardFaults.marked(tab, "ledger_ref");
      if (ref < 0 || row.index() == 0 || row.cell(ref).isBlank()) {
        return row;
      }
      String introduction = row.cell(ref).text();
      boolean again =
          row.cell(GuardFaults.marked(tab, "ledger_check")).text().contains("BYHAND")
              && tab.body().stream()
                  .anyMatch(
                      other ->
                          other.cell(ref).isBlank()
                              && isOfSame(tab, row, other, "ledger_person")
                              && isOfSame(tab, row, other, "ledger_helper"));
      if (again) {
        seen.add(introduction);
      } else {
        seen.remove(introduction);
        hidden.remove(introduction);
      }
      return hidden.contains(introduction) ? new Row(row.index(), List.of()) : row;
    }

    private static boolean isOfSame(Tab tab, Row one, Row other, String mark) {
      int column = GuardFaults.marked(tab, mark);
      String text = PointedRef.of(other.cell(column).text());
      return !text.isBlank() && text.equalsIgnoreCase(PointedRef.of(one.cell(column).text()));
    }

    @Override
    public Journal journal(Journal journal) {
      return Bending.of(
          Journal.class,
          journal,
          (method, args, real) -> {
            Object answer = real.call(args);
            if (!(answer instanceof Journal.Memory memory)) {
              return answer;
            }
            Map<String, Introduction> introductions = new LinkedHashMap<>(memory.introductions());
            hidden.addAll(seen);
            introductions.keySet().removeAll(hidden);
            return BentMemory.withIntroductions(memory, introductions);
          });
    }
  }

  private static @Nullable Object longTyped(String method, Object[] args, Bending.Real real)
      throws Throwable {
    Object answer = real.call(args);
    if (!(answer instanceof Journal.Memory memory)) {
      return answer;
    }
    Map<Journal.Note, String> notes = new HashMap<>(memory.notes());
    notes.replaceAll(
        (note, since) ->
            note.kind() == Journal.Note.Kind.TYPED
                ? Instant.parse(since).minus(Duration.ofHours(1)).toString()
                : since);
    return BentMemory.withNotes(memory, notes);
  }
}
