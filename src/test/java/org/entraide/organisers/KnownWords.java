package org.entraide.organisers;

import static org.entraide.organisers.LookedCells.count;
import static org.entraide.organisers.LookedCells.isFree;
import static org.entraide.organisers.LookedCells.isStill;
import static org.entraide.organisers.LookedCells.isStillBeside;
import static org.entraide.organisers.LookedCells.text;
import static org.entraide.organisers.LookedCells.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.entraide.testkit.Snapshot;
import org.entraide.testkit.Snapshot.Tab;

/** What people typed and the daemon wrote, and what is owed to whom. */
abstract class KnownWords {

  final IntSupplier answers;

  /** By column, every text that the daemon ever wrote. */
  final Map<String, Set<String>> written = new HashMap<>();

  /** By column, the texts that stood there and that the daemon had not written by then. */
  final Map<String, Set<String>> typed = new HashMap<>();

  final List<String> violations = new ArrayList<>();
  final List<Debt> debts = new ArrayList<>();

  Optional<Carrying> carrying = Optional.empty();
  Optional<Snapshot> looked = Optional.empty();

  KnownWords(IntSupplier answers) {
    this.answers = answers;
  }

  /**
   * What people typed in the former tab comes into the tab that the form writes to now.
   *
   * @param into the id of the tab that the form writes to
   */
  record Carrying(Tab former, int into) {}

  Optional<Carrying> carrying(Snapshot before) {
    int into = answers.getAsInt();
    return before.former(into).map(former -> new Carrying(former, into));
  }

  /** What was touched that is not the daemon's, in words; empty if nothing was. */
  List<String> violations() {
    return violations;
  }

  /** Whether the daemon ever wrote that text into a column with that mark. */
  boolean wrote(String mark, String text) {
    return written.getOrDefault(mark, Set.of()).contains(text);
  }

  /** What was written to the wrong place must have been put right by now. */
  void settleDebts(Snapshot now) {
    for (Debt debt : debts) {
      if (now.tab(debt.sheetId()).filter(debt::isPaid).isEmpty()) {
        violations.add(debt.what() + ", and was not put right");
      }
    }
    debts.clear();
  }

  void owed(Tab tab, int row, int column, JsonNode was, String what) {
    owed(new Debt(tab.id(), row, column, was, what, "", List.of()));
  }

  void owed(Debt debt) {
    if (looked.isPresent()) {
      debts.add(debt);
    } else {
      violations.add(debt.what());
    }
  }

  /**
   * Into an empty cell of the newly linked tab comes what was typed for the same person in the
   * former tab, wherever a sort has brought it there; nothing else, and only once.
   */
  boolean isCarriedOver(Tab was, int row, String mark, JsonNode old, JsonNode now, Truth truth) {
    Optional<Carrying> from = carrying.filter(one -> one.into() == was.id());
    Optional<String> owner = was.owner(row);
    if (from.isEmpty() || owner.isEmpty() || !isFree(old) || text(now).isEmpty()) {
      return false;
    }
    String token = owner.get();
    Set<String> may = words(truth.asked(token, mark));
    // nobody can say of whom it was typed for, and a lone tick that is gone while another came was
    // handed on: it counts where it stood
    if (!truth.sure(token) || mark.equals("checked")) {
      Tab former = from.get().former();
      former.rowsOf(token).forEach(at -> may.addAll(words(former.text(at, mark))));
    }
    return may.containsAll(words(text(now)));
  }

  /** What a person typed was overwritten. */
  void typed(Tab was, Tab is, int row, int column, String mark, Truth truth, String what) {
    String text = was.text(row, column);
    Optional<String> owner = was.owner(row);
    if (looked.flatMap(l -> l.tab(was.id())).filter(l -> isNew(l, was, mark, text)).isPresent()) {
      // Sheets has no compare-and-set, and the answer to a write tells nothing of what it replaced
      owner.ifPresent(token -> truth.neverSeen(token, mark));
    } else if (!isPutRight(is, column, mark, text, owner, truth)
        && owner.filter(token -> isStillBeside(token, was, is, column, text)).isEmpty()
        && !((isDoubtful(owner, mark, truth)
                || truth.isAnybodys(mark, text)
                || truth.isTheAbsents(mark, text, was))
            && isStill(was, is, column, text))) {
      List<String> others =
          truth.humans().keySet().stream()
              .filter(token -> !owner.equals(Optional.of(token)))
              .filter(
                  token ->
                      truth.isAnybodys(mark, text)
                          || truth.typed(token, mark).filter(t -> t.contains(text)).isPresent())
              .toList();
      owed(new Debt(was.id(), row, column, was.cell(row, column), what, mark, others));
    }
  }

  /** Whether a word was typed after the daemon looked: it did not stand there as often by then. */
  static boolean isNew(Tab looked, Tab was, String mark, String text) {
    Map<String, Integer> then = looked.marks();
    Map<String, Integer> now = was.marks();
    return now.containsKey(mark)
        && (!then.containsKey(mark)
            || count(looked, then.getOrDefault(mark, 0), text)
                < count(was, now.getOrDefault(mark, 0), text));
  }

  /** Whether a word is beside somebody else for whom it was typed. */
  private static boolean isPutRight(
      Tab is, int column, String mark, String text, Optional<String> beside, Truth truth) {
    return beside.flatMap(token -> truth.typed(token, mark)).filter(t -> t.contains(text)).isEmpty()
        && IntStream.range(1, is.rowCount())
            .filter(i -> is.text(i, column).equals(text))
            .mapToObj(is::owner)
            .flatMap(Optional::stream)
            .anyMatch(token -> truth.maybeTyped(token, mark).contains(text));
  }

  private static boolean isDoubtful(Optional<String> owner, String mark, Truth truth) {
    return owner.flatMap(token -> truth.typed(token, mark)).isEmpty();
  }

  void learnTyped(Tab was, Map<Integer, String> ours) {
    ours.forEach(
        (column, mark) -> {
          for (int i = 1; Truth.REPORTED.contains(mark) && i < was.rowCount(); i++) {
            String text = was.text(i, column);
            if (!text.isEmpty() && !wrote(mark, text)) {
              typed.computeIfAbsent(mark, m -> new HashSet<>()).add(text);
            }
          }
        });
  }

  void overwritten(String cell, String mark, String old, String now, Consumer<String> wrong) {
    if (old.equals(now)) {
      return;
    }
    if (!old.isEmpty() && !wrote(mark, old)) {
      wrong.accept(cell + " held what a person typed and was overwritten");
    }
    if (!typed.getOrDefault(mark, Set.of()).contains(now)) {
      written.computeIfAbsent(mark, m -> new HashSet<>()).add(now);
    }
  }
}
