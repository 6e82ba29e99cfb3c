package org.entraide.organisers;

import static org.entraide.organisers.Operation.changes;
import static org.entraide.organisers.Operation.moves;
import static org.entraide.organisers.Operation.shuffles;
import static org.entraide.organisers.Operation.stops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.Human;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Snapshot.Tab;

/** What people do to columns and their headers. */
final class ColumnOperations {

  private ColumnOperations() {}

  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.addAll(moved());
    all.addAll(headers());
    all.addAll(deleted());
    all.addAll(partly());
    all.addAll(looks());
    return all;
  }

  private static List<Operation> moved() {
    return List.of(
        moves(
            "somebody drags our columns left of the form's",
            h -> {
              h.ownColumns(1, 1);
              columns(h, "moveColumns", h.own("ref"), 11, Map.of("to", "A"));
            }),
        moves(
            "somebody drags the status to the far left",
            h -> columns(h, "moveColumns", h.own("status"), 1, Map.of("to", "A"))),
        moves(
            "somebody drags the reference to the far right",
            h ->
                columns(
                    h,
                    "moveColumns",
                    h.own("ref"),
                    1,
                    Map.of("to", Ranges.letters(h.answers().gridColumns() - 1)))),
        moves(
            "somebody drags the form's e-mail column right of ours",
            h ->
                columns(
                    h,
                    "moveColumns",
                    h.theirs(Human.ADDRESS),
                    1,
                    Map.of("to", h.own("explanation")))),
        moves(
            "somebody inserts a column between ours",
            h -> line(h, "insertColumns", Map.of("at", h.own("place")))),
        moves(
            "somebody inserts two columns left of all",
            h -> line(h, "insertColumns", Map.of("at", "A", "count", 2))),
        moves(
            "somebody inserts a column amid the form's",
            h -> line(h, "insertColumns", Map.of("at", h.theirs(Human.PHONE)))),
        moves(
            "somebody fills a column of their own with formulas",
            h -> {
              int rows = h.lastRow();
              String column = h.free();
              h.type(h.tabbed(column + "1"), "Calcul");
              h.type(h.tabbed(column + "2:" + column + rows), "=1+1");
            }),
        moves(
            "somebody fills a column of their own with errors",
            h -> {
              String column = h.free();
              h.type(h.tabbed(column + "1:" + column + h.lastRow()), "=FOO(1)");
            }));
  }

  static void columns(
      Hands hands, String operation, String from, int count, Map<String, Object> more) {
    Map<String, Object> body = new java.util.TreeMap<>(more);
    body.put("from", from);
    body.put("count", count);
    hands.lines(operation, hands.answers().title(), body);
  }

  private static void line(Hands hands, String operation, Map<String, Object> body) {
    hands.lines(operation, hands.answers().title(), body);
  }

  private static List<Operation> headers() {
    return List.of(
        moves("somebody renames the status", h -> h.type(header(h, "status"), "Où en est-on")),
        moves(
            "somebody renames all of our headers",
            h -> {
              for (String mark : List.of("ref", "status", "place", "introduced", "explanation")) {
                h.type(header(h, mark), "Colonne " + mark);
              }
            }),
        moves("somebody deletes the header of the reference", h -> h.clear(header(h, "ref"))),
        moves("somebody deletes the header of the check", h -> h.clear(header(h, "check"))),
        moves(
            "somebody writes « Statut » above a column of their own",
            h -> h.type(h.tabbed(h.free() + "1"), "Statut")),
        moves(
            "somebody swaps the headers of the status and the place",
            h -> {
              h.type(header(h, "status"), "Lieu compris");
              h.type(header(h, "place"), "Statut");
            }),
        moves(
            "somebody writes the needs' header in capitals",
            h -> h.type(h.tabbed(h.theirs(Human.NEEDS) + "1"), "DE QUOI AVEZ-VOUS BESOIN ")),
        stops(
            "somebody renames the header of the consent, and undoes it later",
            h -> h.type(h.tabbed(h.theirs(Human.CONSENT) + "1"), "Zut")),
        stops(
            "somebody renames the header of the place, and undoes it later",
            h -> h.type(h.tabbed(h.theirs(Human.PLACE) + "1"), "Zut")));
  }

  private static String header(Hands hands, String mark) {
    return hands.tabbed(hands.own(mark) + "1");
  }

  private static List<Operation> deleted() {
    return List.of(
        changes("somebody deletes the column of the status", h -> delete(h, "status")),
        moves("somebody deletes the column of the explanation", h -> delete(h, "explanation")),
        moves("somebody deletes the column of the reference", h -> delete(h, "ref")),
        moves("somebody deletes the column of the check", h -> delete(h, "check")),
        changes("somebody deletes the column of the instruction", h -> delete(h, "instruction")),
        moves(
            "somebody deletes the column of the reference and undoes it",
            h -> {
              delete(h, "ref");
              h.undo();
            }),
        changes(
            "somebody deletes all of our columns",
            h -> {
              h.ownColumns(1, 1);
              int many = h.column("check") - h.column("ref") + 1; // some may stand elsewhere
              columns(h, "deleteColumns", h.own("ref"), many, Map.of());
            }),
        changes(
            "somebody deletes the column of the telephone numbers",
            h -> columns(h, "deleteColumns", h.theirs(Human.PHONE), 1, Map.of())),
        stops(
            "somebody deletes the column of the needs, and undoes it later",
            h -> columns(h, "deleteColumns", h.theirs(Human.NEEDS), 1, Map.of())));
  }

  private static void delete(Hands hands, String mark) {
    columns(hands, "deleteColumns", hands.own(mark), 1, Map.of());
  }

  private static List<Operation> partly() {
    return List.of(
        shuffles(
            "somebody sorts the form's columns only",
            h -> h.sort(List.of(h.theirs(Human.NAME)), true, h.formColumns(2, h.lastRow()))),
        shuffles(
            "somebody sorts our columns only",
            h -> h.sort(List.of(h.own("ref")), false, h.ownColumns(2, h.lastRow()))),
        shuffles(
            "somebody sorts the words only",
            h ->
                h.sort(
                    List.of(h.own("status")), false, h.own("ref", "explanation", 2, h.lastRow()))),
        shuffles(
            "somebody sorts the statuses only",
            h ->
                h.sort(
                    List.of(h.own("status")),
                    false,
                    h.tabbed(h.own("status") + "2:" + h.own("status") + h.lastRow()))),
        shuffles(
            "somebody sorts the references only",
            h ->
                h.sort(
                    List.of(h.own("ref")),
                    true,
                    h.tabbed(h.own("ref") + "2:" + h.own("ref") + h.lastRow()))),
        shuffles(
            "somebody sorts the instructions only",
            h ->
                h.sort(
                    List.of(h.own("instruction")),
                    false,
                    h.own("instruction", "corrected_place", 2, h.lastRow()))),
        shuffles(
            "somebody sorts the form's columns only and undoes it",
            h -> {
              h.sort(List.of(h.theirs(Human.NAME)), true, h.formColumns(2, h.lastRow()));
              h.undo();
            }),
        stops(
            "somebody sorts the answers without their addresses, and undoes it later",
            h -> {
              String from = h.theirs(Human.NAME);
              String to = h.theirs(Human.CONSENT);
              h.sort(List.of(from), true, h.tabbed(from + "2:" + to + h.lastRow()));
            }),
        stops(
            "somebody sorts the addresses only, and undoes it later",
            h -> {
              String column = h.theirs("Adresse e-mail");
              h.sort(List.of(column), true, h.tabbed(column + "2:" + column + h.lastRow()));
            }),
        stops(
            "somebody sorts the names only, and undoes it later",
            h ->
                h.sort(
                    List.of(h.theirs(Human.NAME)),
                    true,
                    h.tabbed(h.theirs(Human.NAME) + "2:" + h.theirs(Human.NAME) + h.lastRow()))));
  }

  private static List<Operation> looks() {
    return List.of(
        moves(
            "somebody hides the form's columns",
            h -> columns(h, "hideColumns", h.theirs("Horodateur"), 4, Map.of())),
        moves(
            "somebody hides the explanation",
            h -> columns(h, "hideColumns", h.own("explanation"), 1, Map.of())),
        moves(
            "somebody shows the hidden check",
            h -> columns(h, "hideColumns", h.own("check"), 1, Map.of("hidden", false))),
        moves(
            "somebody widens our columns",
            h ->
                h.api(
                    h.request(
                        "updateDimensionProperties",
                        """
                        {"range": {"sheetId": %d, "dimension": "COLUMNS", "startIndex": %d,
                          "endIndex": %d}, "properties": {"pixelSize": 320}, "fields": "pixelSize"}
                        """
                            .formatted(h.answers().id(), h.column("ref"), h.column("check"))))),
        moves(
            "somebody freezes three rows and two columns",
            h ->
                h.api(
                    h.request(
                        "updateSheetProperties",
                        """
                        {"properties": {"sheetId": %d, "gridProperties":
                          {"frozenRowCount": 3, "frozenColumnCount": 2}},
                         "fields": "gridProperties(frozenRowCount,frozenColumnCount)"}
                        """
                            .formatted(h.answers().id())))),
        moves(
            "somebody filters the answers",
            h ->
                h.api(
                    h.request(
                        "setBasicFilter",
                        """
                        {"filter": {"range": {"sheetId": %d, "startRowIndex": 0},
                          "criteria": {"3": {"hiddenValues": ["x"]}}}}
                        """
                            .formatted(h.answers().id())))),
        moves(
            "somebody makes a filter view",
            h ->
                h.api(
                    h.request(
                        "addFilterView",
                        """
                        {"filter": {"title": "À rappeler",
                          "range": {"sheetId": %d, "startRowIndex": 0}}}
                        """
                            .formatted(h.answers().id())))),
        moves("somebody paints rows", h -> h.colour(2, 5)),
        moves(
            "somebody writes notes on our cells",
            h -> {
              h.note(3, h.column("status"), "vu avec le délégué");
              h.note(4, h.column("instruction"), "à revoir");
            }),
        moves(
            "somebody merges cells of a column of their own",
            h -> merge(h, h.answers().gridColumns() - 1, h.answers().gridColumns())),
        changes(
                "somebody merges our cells of three rows",
                h -> {
                  int status = h.column("status");
                  merge(h, status, status + 1);
                })
            .and(ColumnOperations::toldAndWrittenAgain),
        changes(
                "somebody merges our cells of a row",
                h -> {
                  int status = h.column("status");
                  hands(h, "merge", status, status + 4, 4, 4);
                })
            .and(
                (h, wrong) -> {
                  if (!h.world.dashboard().contains("1 ligne ne peut pas tout montrer")) {
                    wrong.accept("the dashboard does not tell of merged cells");
                  }
                }),
        changes(
            "somebody merges the references of three rows",
            h -> {
              int ref = h.column("ref");
              merge(h, ref, ref + 1);
            }),
        new Operation(
            "somebody protects our columns from everybody else, and lets us in later",
            Operation.Kind.STOPS,
            ColumnOperations::protect,
            ColumnOperations::unprotect,
            (hands, wrong) -> {}));
  }

  private static void merge(Hands hands, int from, int to) {
    hands(hands, "merge", from, to, 4, 6);
  }

  private static void hands(Hands hands, String what, int from, int to, int first, int last) {
    String range = Ranges.letters(from) + first + ":" + Ranges.letters(to - 1) + last;
    hands.sheet(what, OfficeJson.object().put("range", hands.tabbed(range)));
  }

  /** Each row with a covered cell says so, the top cell is the top row's, and then all is back. */
  private static void toldAndWrittenAgain(Hands hands, Consumer<String> wrong) {
    Tab merged = hands.answers();
    List<String> shownBefore = new ArrayList<>();
    for (int i = 3; i < 6; i++) {
      boolean covered = merged.isCovered(i, "status");
      shownBefore.add(merged.text(i, "status"));
      if (covered == (i == 3)) {
        wrong.accept("row " + (i + 1) + " is not merged as it was");
      }
      if (covered != merged.text(i, "explanation").contains("fusion des cellules")) {
        wrong.accept("row " + (i + 1) + " says " + merged.text(i, "explanation"));
      }
    }
    int status = merged.marks().getOrDefault("status", 0);
    hands(hands, "unmerge", status, status + 1, 4, 6);
    hands.world.settle();
    Tab after = hands.answers();
    if (!after.text(3, "status").equals(shownBefore.get(0))) {
      wrong.accept("the top cell said " + shownBefore.get(0) + " for " + after.text(3, "status"));
    }
    for (int i = 3; i < 6; i++) {
      if (after.text(i, "status").isEmpty()
          || after.text(i, "explanation").contains("fusion des cellules")) {
        wrong.accept("row " + (i + 1) + " is as if it were merged still");
      }
    }
  }

  /** A range that another account may not edit. */
  static void protect(Hands hands) {
    hands.api(
        hands.request(
            "addProtectedRange",
            """
            {"protectedRange": {"protectedRangeId": 77, "editors": {"users": ["%s"]},
              "range": {"sheetId": %d, "startColumnIndex": %d, "endColumnIndex": %d}}}
            """
                .formatted(
                    Premises.ORGANISER,
                    hands.answers().id(),
                    hands.column("ref"),
                    hands.column("check") + 1)));
  }

  static void unprotect(Hands hands) {
    hands.api(hands.request("deleteProtectedRange", "{\"protectedRangeId\": 77}"));
  }
}
