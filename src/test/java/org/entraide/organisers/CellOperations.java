package org.entraide.organisers;

import static org.entraide.organisers.InstructionOperations.clear;
import static org.entraide.organisers.InstructionOperations.instructions;
import static org.entraide.organisers.Operation.changes;
import static org.entraide.organisers.Operation.moves;
import static org.entraide.organisers.Operation.stops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.entraide.testkit.Human;
import org.entraide.testkit.Snapshot.Tab;

/** What people type, clear, paste and replace in cells. */
final class CellOperations {

  private static final List<String> WORDS =
      List.of("ref", "status", "place", "introduced", "explanation");

  private CellOperations() {}

  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.addAll(cleared());
    all.addAll(typed());
    all.addAll(statuses());
    all.addAll(instructions());
    all.addAll(answers());
    all.addAll(everything());
    return all;
  }

  private static List<Operation> cleared() {
    return List.of(
        moves(
            "somebody clears our words in a row",
            h -> clear(h, "ref", "explanation", h.row(Human.token(1)), h.row(Human.token(1)))),
        moves(
            "somebody clears the words of everybody but one and undoes it",
            h -> {
              clear(h, "ref", "explanation", 2, h.lastRow());
              h.undo();
            }),
        moves("somebody clears all references", h -> clear(h, "ref", "ref", 2, h.lastRow())),
        moves(
            "somebody clears all explanations",
            h -> clear(h, "explanation", "explanation", 2, h.lastRow())),
        moves("somebody clears all checks", h -> clear(h, "check", "check", 2, h.lastRow())),
        changes(
            "somebody clears all of our columns",
            h -> {
              clear(h, "ref", "check", 2, h.lastRow());
            }),
        changes(
            "somebody clears all instructions",
            h -> clear(h, "instruction", "corrected_place", 2, h.lastRow())),
        changes(
            "somebody clears the references and the checks",
            h -> {
              clear(h, "ref", "ref", 2, h.lastRow());
              clear(h, "check", "check", 2, h.lastRow());
            }));
  }

  private static List<Operation> typed() {
    return List.of(
        moves(
            "somebody types another reference over one",
            h -> h.type(Human.token(1), "ref", "ABC12")),
        moves(
            "somebody copies another's reference over one",
            h -> h.type(Human.token(1), "ref", h.ref(Human.token(4)))),
        moves(
            "somebody fills one reference down",
            h ->
                h.type(
                    h.tabbed(h.own("ref") + "2:" + h.own("ref") + h.lastRow()),
                    h.ref(Human.token(4)))),
        changes(
            "somebody types an explanation",
            h -> h.type(Human.token(5), "explanation", "Voir avec Jeanne")),
        changes(
            "somebody types whom somebody was introduced to",
            h -> h.type(Human.token(5), "introduced", "la voisine")),
        changes("somebody copies our words from one row to another", h -> copyWords(h, WORDS)),
        changes(
            "somebody copies our words and the check from one row to another",
            h -> {
              copyWords(h, WORDS);
              copyWords(h, List.of("check"));
            }),
        changes(
            "somebody pastes a page of text over our words",
            h -> h.paste(h.own("ref", "explanation", 4, 6), h.page(3, 5))),
        moves(
            "somebody types a formula over a reference",
            h -> h.type(Human.token(1), "ref", "=1+1")),
        changes(
                "somebody types a place that is understood",
                h -> h.type(Human.token(7), "place", "Ouest"))
            .and(placed(Human.token(7), "Ouest")));
  }

  private static BiConsumer<Hands, Consumer<String>> placed(String token, String place) {
    return (hands, wrong) -> {
      Tab answers = hands.answers();
      int row = hands.row(token) - 1;
      if (!answers.text(row, "place").equals(place)) {
        wrong.accept("the typed place does not stay");
      }
      if (answers.text(row, "status").equals("Lieu à préciser")) {
        wrong.accept("the typed place does not count");
      }
    };
  }

  private static void copyWords(Hands hands, List<String> marks) {
    String from = Human.token(3);
    String to = Human.token(9);
    Tab answers = hands.answers();
    int row = hands.row(from) - 1;
    for (String mark : marks) {
      hands.type(to, mark, answers.text(row, mark));
    }
  }

  private static List<Operation> statuses() {
    List<Operation> all = new ArrayList<>();
    all.add(
        changes(
            "somebody types a status that means nothing",
            h -> h.type(Human.token(5), "status", "Vu")));
    for (String word : List.of("En pause", "Retiré", "Orienté ailleurs", "Exclu", "Terminé")) {
      all.add(
          changes(
                  "somebody types the status « " + word + " »",
                  h -> {
                    h.type(Human.token(5), "status", word);
                    h.world.truth.typedStatus(Human.token(5));
                  })
              .and(obeyed(Human.token(5), word)));
    }
    all.add(
        changes(
                "somebody types « Doublon » and the reference of somebody else",
                h -> {
                  h.type(Human.token(9), "status", "Doublon " + h.ref(Human.token(0)));
                  h.world.truth.duplicate(Human.token(9), Human.token(0));
                })
            .and(oneAgain(Human.token(9), Human.token(0))));
    return all;
  }

  /** Both rows show one reference and say which counts, and no two are introduced again. */
  private static BiConsumer<Hands, Consumer<String>> oneAgain(String duplicate, String original) {
    return (hands, wrong) -> {
      Tab answers = hands.answers();
      int row = hands.row(duplicate) - 1;
      String ref = hands.ref(original);
      if (!answers.text(row, "ref").equals(ref)) {
        wrong.accept("the two rows do not show one reference");
      }
      if (!answers.text(row, "status").equals("Doublon " + ref)) {
        wrong.accept("the duplicate says " + answers.text(row, "status"));
      }
      if (!answers.text(row, "explanation").contains("ligne " + hands.row(original))) {
        wrong.accept("the duplicate explains " + answers.text(row, "explanation"));
      }
      Set<Set<String>> pairs = new HashSet<>();
      hands
          .world
          .letters
          .introductions()
          .forEach(
              one -> {
                Set<String> two = new HashSet<>(Set.of(one.person(), one.helper()));
                if (two.remove(formerRef(answers, hands.row(original) - 1))) {
                  two.add(ref);
                }
                if (!pairs.add(two)) {
                  wrong.accept(one.ref() + " is of two who were introduced");
                }
              });
    };
  }

  /** The other reference that somebody had, as their row explains. */
  private static String formerRef(Tab answers, int row) {
    String[] words = answers.text(row, "explanation").split("autre référence\u202f: ", 2);
    return words.length == 2 ? words[1].substring(0, 5) : "";
  }

  /** Whoever comes later is not introduced to somebody with a typed status. */
  private static BiConsumer<Hands, Consumer<String>> obeyed(String token, String word) {
    return (hands, wrong) -> {
      World world = hands.world;
      Human newcomer = new Human(40, "Conversation", "", 0, "Ouest", true, true);
      int before = world.letters.introductions().size();
      String ref = hands.ref(token);
      world.answers(newcomer);
      world.settle();
      world.letters.introductions().stream()
          .skip(before)
          .filter(one -> one.helper().equals(ref) || one.person().equals(ref))
          .forEach(one -> wrong.accept(one.ref() + " introduces somebody " + word));
      if (!hands.answers().text(hands.row(token) - 1, "status").equals(word)) {
        wrong.accept("the typed status does not stay");
      }
    };
  }

  private static List<Operation> answers() {
    return List.of(
        changes(
            "somebody corrects a name",
            h -> {
              h.seen(Human.token(4));
              h.typeTheirs(
                  Human.token(4),
                  Human.NAME,
                  "Camille de " + Human.token(4).toUpperCase(java.util.Locale.ROOT));
            }),
        changes(
            "somebody corrects an e-mail address",
            h -> {
              h.reached(Human.token(4), Human.PHONE);
              h.typeTheirs(Human.token(4), Human.ADDRESS, Human.token(4) + ".2@example.org");
              h.world.truth.corrected();
            }),
        changes(
            "somebody corrects an e-mail address and a telephone number at once",
            h -> {
              h.typeTheirs(Human.token(4), Human.ADDRESS, Human.token(4) + ".2@example.org");
              h.typeTheirs(Human.token(4), Human.PHONE, "+44 7700 900104");
            }),
        changes(
            "somebody puts spaces behind all names",
            h -> {
              for (String token : h.answers().owners().keySet()) {
                int row = h.row(token) - 1;
                String name = h.answers().text(row, h.answers().titled(Human.NAME));
                h.typeTheirs(token, Human.NAME, name + "  ");
              }
            }),
        changes(
            "somebody types an error over a telephone number",
            h -> {
              h.reached(Human.token(4), Human.ADDRESS);
              h.typeTheirs(Human.token(4), Human.PHONE, "=FOO(1)");
              h.world.truth.corrected();
            }),
        changes("somebody clears a time", h -> h.typeTheirs(Human.token(4), "Horodateur", "")),
        changes(
            "somebody clears the needs of somebody who was introduced",
            h -> h.typeTheirs(Human.token(2), Human.NEEDS, "")));
  }

  private static List<Operation> everything() {
    return List.of(
        moves("somebody pastes the values of the whole sheet over it", CellOperations::values),
        moves(
            "somebody replaces « Nord » by « Nord » with a space",
            h -> replace(h, "Nord", "Nord ", false)),
        changes(
            "somebody replaces words in all of the sheet, ours too",
            h -> replace(h, "En attente", "On attend", true)),
        changes(
            "somebody goes back three steps",
            h -> {
              h.sort(h.theirs(Human.NAME), true);
              h.type(Human.token(4), "instruction", "Pause");
              h.rows("deleteRows", java.util.Map.of("from", 5));
              h.undo();
              h.undo();
              h.undo();
            }),
        stops(
            "somebody fills all e-mail addresses with one, and undoes it later",
            h -> {
              String column = h.theirs(Human.ADDRESS);
              h.type(h.tabbed(column + "2:" + column + h.lastRow()), "tous@example.org");
            }));
  }

  /** Every cell as text, as a copy from another program would bring it. */
  private static void values(Hands hands) {
    Tab answers = hands.answers();
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < answers.rowCount(); i++) {
      List<String> cells = new ArrayList<>();
      for (int j = 0; j < answers.width(i); j++) {
        cells.add(answers.text(i, j));
      }
      lines.add(cells);
    }
    hands.paste(hands.tabbed("A1"), lines);
  }

  private static void replace(Hands hands, String find, String by, boolean everywhere) {
    hands.api(
        hands.request(
            "findReplace",
            everywhere
                ? "{\"find\": \"%s\", \"replacement\": \"%s\", \"allSheets\": true}"
                    .formatted(find, by)
                : """
                {"find": "%s", "replacement": "%s", "matchEntireCell": true,
                 "range": {"sheetId": %d, "startRowIndex": 1, "endColumnIndex": 9}}
                """
                    .formatted(find, by, hands.answers().id())));
  }
}
