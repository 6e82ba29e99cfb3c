package org.entraide.organisers;

import static org.entraide.organisers.Operation.changes;
import static org.entraide.organisers.Operation.shuffles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.entraide.organisers.World.Impossible;
import org.entraide.testkit.Human;

/** What people type into the column of instructions. */
final class InstructionOperations {

  static void clear(Hands hands, String first, String last, int from, int to) {
    hands.clear(hands.own(first, last, from, to));
  }

  static List<Operation> instructions() {
    List<Operation> all = new ArrayList<>();
    for (String word :
        List.of(
            "Pause",
            "Retirer",
            "Exclu",
            "Orienté ailleurs",
            "Withdraw",
            "  PAUSE ",
            "pause, Prioritaire",
            "Prioritaire")) {
      all.add(
          changes(
              "somebody instructs « " + word + " »",
              h -> h.type(Human.token(3), "instruction", word)));
    }
    all.add(
        changes(
            "somebody clears an instruction",
            h ->
                clear(
                    h,
                    "instruction",
                    "instruction",
                    h.row(Human.token(10)),
                    h.row(Human.token(10)))));
    all.add(
        changes(
            "somebody copies an instruction to another row",
            h -> h.type(Human.token(5), "instruction", "Pause")));
    all.add(
        shuffles(
                "somebody cuts an instruction and pastes it into another row",
                h -> cutInstruction(h, Human.token(10), Human.token(5)))
            .and(staysUntilItIsTypedAgain(Human.token(10), Human.token(5))));
    all.add(
        changes(
            "somebody instructs « Pause » for everybody",
            h ->
                h.type(
                    h.tabbed(h.own("instruction") + "2:" + h.own("instruction") + h.lastRow()),
                    "Pause")));
    all.add(
        changes(
            "somebody pins two who wait",
            h -> h.type(Human.token(8), "with", h.ref(Human.token(5)))));
    all.add(
        changes(
            "somebody pins somebody to themselves and to nobody known",
            h -> h.type(Human.token(8), "with", h.ref(Human.token(8)) + ", ZZZZZ")));
    all.add(
        changes(
            "somebody names a helper’s group", h -> h.type(Human.token(9), "group", "Secours")));
    all.add(
        changes(
            "somebody names the same group in another spelling",
            h -> h.type(Human.token(9), "group", "croix rouge")));
    all.add(
        changes(
            "somebody clears a group",
            h -> clear(h, "group", "group", h.row(Human.token(7)), h.row(Human.token(7)))));
    all.add(
        changes(
            "somebody keeps two apart who are introduced",
            h -> h.type(Human.token(0), "never_with", h.ref(Human.token(1)))));
    return all;
  }

  private static void cutInstruction(Hands hands, String from, String to) {
    String text = hands.answers().text(hands.row(from) - 1, "instruction");
    if (text.isEmpty() || !hands.answers().text(hands.row(to) - 1, "instruction").isEmpty()) {
      throw new Impossible("there is nothing to cut, or no room for it");
    }
    int source = hands.row(from);
    int target = hands.row(to);
    int first = Math.min(source, target);
    List<List<String>> lines = new ArrayList<>(); // in one step, as it is undone
    for (int row = first; row <= Math.max(source, target); row++) {
      String stood = hands.answers().text(row - 1, "instruction");
      lines.add(List.of(row == target ? text : row == source ? "" : stood));
    }
    hands.paste(hands.tabbed(hands.own("instruction") + first), lines);
  }

  private static void clearInstruction(Hands hands, String token) {
    clear(hands, "instruction", "instruction", hands.row(token), hands.row(token));
  }

  /**
   * One instruction that left a row while it came to another looks the same whether somebody moved
   * it on purpose or sorted that column alone, where it is the only one. So it stays with whom it
   * was typed for, both rows say so, and what is cleared and typed anew is obeyed.
   */
  private static BiConsumer<Hands, Consumer<String>> staysUntilItIsTypedAgain(
      String first, String second) {
    return (hands, wrong) -> {
      says(hands, first, "En pause", "un tri l’a mis ailleurs", wrong);
      says(hands, second, "", "pas été tapé pour cette personne", wrong);
      clearInstruction(hands, second);
      hands.world.settle();
      says(hands, first, "", "", wrong);
      says(hands, second, "", "", wrong);
      hands.type(second, "instruction", "Pause");
      hands.world.settle();
      says(hands, first, "", "", wrong);
      says(hands, second, "En pause", "En pause à la demande", wrong);
    };
  }

  /** What a row says; without a status, anything but a pause. */
  private static void says(
      Hands hands, String token, String status, String words, Consumer<String> wrong) {
    int row = hands.row(token) - 1;
    String shown = hands.answers().text(row, "status");
    String explained = hands.answers().text(row, "explanation");
    boolean fits = status.isEmpty() ? !shown.equals("En pause") : shown.equals(status);
    if (!fits || !explained.contains(words)) {
      wrong.accept(token + " says " + shown + " and « " + explained + " »");
    }
    if (words.isEmpty()
        && (explained.contains("un tri l’a mis ailleurs") || explained.contains("pas été tapé"))) {
      wrong.accept(token + " still says « " + explained + " »");
    }
  }

  private InstructionOperations() {}
}
