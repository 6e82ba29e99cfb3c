package org.entraide.organisers;

import static org.entraide.organisers.Operation.changes;
import static org.entraide.organisers.Operation.moves;
import static org.entraide.organisers.Operation.stops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entraide.testkit.Human;
import org.entraide.testkit.Snapshot.Tab;

/** What people do to whole rows of the response tab. */
final class RowOperations {

  private static final int MANY = 10_000;

  private RowOperations() {}

  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.addAll(sorts());
    all.addAll(inserted());
    all.addAll(moved());
    all.addAll(copied());
    all.addAll(gone());
    return all;
  }

  private static List<Operation> sorts() {
    return List.of(
        moves("somebody sorts by the name", h -> h.sort(h.theirs(Human.NAME), false)),
        moves("somebody sorts by the time, the latest first", h -> h.sort(time(h), true)),
        moves("somebody sorts by the address", h -> h.sort(h.theirs(Human.PLACE), false)),
        moves("somebody sorts by the status", h -> h.sort(h.own("status"), false)),
        moves("somebody sorts by the reference", h -> h.sort(h.own("ref"), true)),
        moves("somebody sorts by the explanation", h -> h.sort(h.own("explanation"), false)),
        moves("somebody sorts by the instruction", h -> h.sort(h.own("instruction"), true)),
        moves("somebody sorts by a column of their own", h -> h.sort(h.theirs("Remarques"), false)),
        moves(
            "somebody sorts by the needs and then by the e-mail address",
            h -> h.sort(List.of(h.theirs(Human.NEEDS), h.theirs(Human.ADDRESS)), false, "")),
        moves(
            "somebody sorts and sorts back",
            h -> {
              h.sort(h.theirs(Human.NAME), true);
              h.sort(time(h), false);
            }),
        moves(
            "somebody sorts and undoes it",
            h -> {
              h.sort(h.theirs(Human.NAME), true);
              h.undo();
            }),
        moves(
            "another program sorts by the telephone number",
            h ->
                h.api(
                    h.request(
                        "sortRange",
                        """
                        {"range": {"sheetId": %d, "startRowIndex": 1},
                         "sortSpecs": [{"dimensionIndex": %d, "sortOrder": "DESCENDING"}]}
                        """
                            .formatted(h.answers().id(), h.answers().titled(Human.PHONE))))));
  }

  private static String time(Hands hands) {
    return hands.theirs("Horodateur");
  }

  private static List<Operation> inserted() {
    return List.of(
        moves("somebody inserts a row above all", h -> h.rows("insertRows", Map.of("at", 2))),
        moves(
            "somebody inserts three rows amid",
            h -> h.rows("insertRows", Map.of("at", 6, "count", 3))),
        moves(
            "somebody inserts a row above the header",
            h -> {
              h.rows("insertRows", Map.of("at", 9));
              h.rows("insertRows", Map.of("at", 4));
            }),
        moves(
            "somebody deletes the empty rows below",
            h -> {
              Tab answers = h.answers();
              int from = answers.filledRows() + 1;
              h.rows("deleteRows", Map.of("from", from, "count", answers.gridRows() - from + 1));
            }),
        moves(
            "somebody adds a thousand empty rows",
            h -> h.rows("insertRows", Map.of("at", h.answers().gridRows(), "count", 1000))),
        changes("somebody types a row by hand below", h -> byHand(h, h.lastRow() + 1)),
        changes("somebody types a row by hand far below", h -> byHand(h, h.lastRow() + 20)),
        changes(
            "somebody types a row by hand amid",
            h -> {
              h.rows("insertRows", Map.of("at", 5));
              byHand(h, 5);
            }),
        moves(
            "somebody types a remark below all answers",
            h -> {
              int row = h.lastRow() + 3;
              h.room(row);
              h.paste(
                  h.tabbed(h.theirs(Human.PLACE) + row), List.of(List.of("Total des réponses :")));
            }),
        moves(
            "somebody pastes ten thousand rows of figures below",
            h -> {
              int row = h.lastRow() + 2;
              h.room(row + MANY);
              h.paste(
                  h.tabbed(h.theirs(Human.CAPACITY) + row),
                  Collections.nCopies(MANY, List.of("17")));
            }),
        changes(
            "somebody pastes thirty answers of another form below",
            h -> {
              for (int i = 0; i < 30; i++) {
                byHand(h, h.lastRow() + 1);
              }
            }));
  }

  /** Types the row of somebody who has no form to answer. */
  private static void byHand(Hands hands, int row) {
    Human human = Human.later(200 + hands.world.truth.humans().size());
    Tab answers = hands.answers();
    List<String> cells = new ArrayList<>(Collections.nCopies(answers.gridColumns(), ""));
    int width = 0;
    for (Map.Entry<String, String> answer : human.answers().entrySet()) {
      int column = answers.titled(answer.getKey());
      if (column < 0) {
        throw new World.Impossible("a question has no column");
      }
      cells.set(column, answer.getValue());
      width = Math.max(width, column + 1);
    }
    int email = answers.titled(Human.ADDRESS);
    if (email >= 0) {
      cells.set(email, human.address());
      width = Math.max(width, email + 1);
    }
    hands.room(row);
    hands.paste(hands.tabbed("A" + row), List.of(cells.subList(0, width)));
    hands.world.truth.met(human);
  }

  private static List<Operation> moved() {
    return List.of(
        moves(
            "somebody cuts a row and pastes it far below",
            h -> {
              int row = h.row(h.anyone());
              h.rows("cutRows", Map.of("from", row, "to", h.lastRow() + 9));
            }),
        moves(
            "somebody cuts three rows and pastes them below",
            h -> h.rows("cutRows", Map.of("from", 4, "count", 3, "to", h.lastRow() + 1))),
        moves(
            "somebody drags a row to the top",
            h -> h.rows("moveRows", Map.of("from", h.lastRow(), "to", 2))),
        moves(
            "somebody drags three rows down",
            h -> h.rows("moveRows", Map.of("from", 2, "count", 3, "to", 9))),
        moves(
            "somebody swaps two rows by way of an empty one",
            h -> swap(h, h.row(Human.token(1)), h.row(Human.token(5)))),
        moves(
            "somebody swaps the last row and one in which a word was typed",
            h -> swap(h, h.row(Human.token(8)), h.lastRow())),
        moves(
            "somebody swaps the last row and one with an instruction",
            h -> swap(h, h.row(Human.token(10)), h.lastRow())),
        moves("somebody hides a row", h -> h.rows("hideRows", Map.of("from", 3))));
  }

  private static void swap(Hands hands, int one, int other) {
    int free = hands.lastRow() + 4;
    hands.rows("cutRows", Map.of("from", one, "to", free));
    hands.rows("cutRows", Map.of("from", other, "to", one));
    hands.rows("cutRows", Map.of("from", free, "to", other));
  }

  private static List<Operation> copied() {
    return List.of(
        changes(
            "somebody copies a row below",
            h -> h.rows("copyRows", Map.of("from", h.row(h.anyone()), "to", h.lastRow() + 1))),
        changes(
            "somebody copies a row between two others",
            h -> h.rows("copyRows", Map.of("from", h.row(h.anyone()), "to", 4, "insert", true))),
        changes(
            "somebody copies all rows below",
            h ->
                h.rows(
                    "copyRows",
                    Map.of("from", 2, "count", h.lastRow() - 1, "to", h.lastRow() + 1))),
        changes(
            "somebody copies a row over another and undoes it",
            h -> {
              h.rows("copyRows", Map.of("from", 3, "to", 8));
              h.undo();
            }));
  }

  private static List<Operation> gone() {
    return List.of(
        moves(
            "somebody deletes a row and undoes it",
            h -> {
              h.rows("deleteRows", Map.of("from", h.row(h.anyone())));
              h.undo();
            }),
        changes(
            "somebody deletes a row", h -> h.rows("deleteRows", Map.of("from", h.row(h.anyone())))),
        changes(
            "somebody deletes three rows",
            h -> h.rows("deleteRows", Map.of("from", 4, "count", 3))),
        changes(
            "somebody deletes the row of somebody who was introduced",
            h -> h.rows("deleteRows", Map.of("from", h.row(Human.token(2))))),
        changes(
            "somebody clears a row",
            h -> {
              int row = h.row(h.anyone());
              h.clear(h.tabbed(row + ":" + row));
            }),
        changes(
            "somebody copies a row over another's",
            h -> h.rows("copyRows", Map.of("from", 3, "to", 8))),
        stops(
            "somebody deletes half of the rows, and undoes it later",
            h -> h.rows("deleteRows", Map.of("from", 3, "count", 7))),
        stops(
            "somebody clears all answers, and undoes it later",
            h -> h.clear(h.tabbed("A2:" + h.answers().gridRows()))),
        stops(
            "somebody empties the whole sheet, and undoes it later",
            h -> h.clear(h.tabbed("A1:" + h.answers().gridRows()))),
        stops(
            "somebody deletes the header, and undoes it later",
            h -> h.rows("deleteRows", Map.of("from", 1))),
        stops(
            "somebody sorts the header in, and undoes it later",
            h ->
                h.sort(
                    List.of(h.theirs(Human.NAME)),
                    true,
                    h.tabbed(
                        "A1:" + Ranges.letters(h.answers().gridColumns() - 1) + h.lastRow()))));
  }
}
